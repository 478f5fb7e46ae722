using Todoku.Dns.Caching;
using Todoku.Mail;

namespace Todoku.Dns.Tests.Caching;

public sealed class BoundedResolverTests
{
    [Fact]
    public async Task No_more_questions_are_on_their_way_than_allowed()
    {
        var gate = new TaskCompletionSource<DnsAnswer>();
        var inner = new ScriptedResolver(_ => gate.Task);
        using var bounded = new BoundedResolver(inner, 3);
        var asking = Enumerable.Range(0, 10).Select(i => bounded.AskAsync(DomainName.Parse($"n{i}.example"), DnsRecordType.A, CancellationToken.None).AsTask()).ToArray();

        Assert.Equal(3, inner.Questions.Count);
        gate.SetResult(new DnsAnswer.NoData(TimeSpan.Zero));
        await Task.WhenAll(asking);

        Assert.Equal(10, inner.Questions.Count);
    }
}
