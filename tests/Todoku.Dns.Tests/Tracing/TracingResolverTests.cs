using Microsoft.Extensions.Time.Testing;
using Todoku.Dns.Tracing;
using Todoku.Mail;

namespace Todoku.Dns.Tests.Tracing;

public sealed class TracingResolverTests
{
    [Fact]
    public async Task Keeps_question_answer_and_time()
    {
        var time = new FakeTimeProvider();
        var trace = new TracingResolver(
            new ScriptedResolver(_ =>
            {
                time.Advance(TimeSpan.FromMilliseconds(12));
                return new DnsAnswer.NoData(TimeSpan.Zero) { AnsweredBy = "192.0.2.53:53" };
            }),
            time);
        var name = DomainName.Parse("example.com");

        await trace.AskAsync(name, DnsRecordType.MX, CancellationToken.None);

        var exchange = Assert.Single(trace.Exchanges);
        Assert.Equal((new DnsQuestion(name, DnsRecordType.MX), TimeSpan.FromMilliseconds(12), "192.0.2.53:53"), (exchange.Question, exchange.Elapsed, exchange.Server));
    }

    [Fact]
    public async Task Counts_what_it_does_not_keep()
    {
        var trace = new TracingResolver(new ScriptedResolver(_ => new DnsAnswer.Failed(DnsFailure.TimedOut, "s")), new FakeTimeProvider());
        for (var i = 0; i < TracingResolver.MaxExchanges + 5; i++) await trace.AskAsync(DomainName.Root, DnsRecordType.NS, CancellationToken.None);

        Assert.Equal((TracingResolver.MaxExchanges, 5), (trace.Exchanges.Count, trace.Dropped));
    }
}
