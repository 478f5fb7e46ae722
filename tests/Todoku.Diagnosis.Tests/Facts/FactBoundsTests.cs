using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Todoku.Diagnosis.Facts;
using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Facts;

/// <summary>No network, silence, hostile names and answers: a clear result in bounded time.</summary>
public sealed class FactBoundsTests
{
    [Fact]
    public async Task Without_any_answer_the_diagnosis_is_that_of_the_log()
    {
        var time = new FakeTimeProvider(FactWorld.Last);
        var result = FactWorld.Diagnosis(FactWorld.Finding(Cause.SpfFail), FactWorld.Finding(Cause.IpReputation));

        var dns = new SilentResolver(time, FactFinder.ProbeTime);

        var joined = await FactWorld.JoinAsync(result, dns, time);

        Assert.Equal(FactState.NoAnswer, joined.Facts);
        Assert.Equal(result.Findings, joined.Findings);
        Assert.Equal(result.Plan, joined.Plan);
        // Of the checks none has asked.
        Assert.InRange(dns.Asked, 1, 2);
    }

    [Fact]
    public async Task With_nobody_to_ask_it_is_known_at_once()
    {
        var joined = await FactWorld.JoinAsync(FactWorld.Diagnosis(FactWorld.Finding(Cause.SpfFail)), DnsResolver.Create(new DnsResolverOptions { Servers = [] }, TimeProvider.System));

        Assert.Equal(FactState.NoAnswer, joined.Facts);
    }

    [Fact]
    public async Task What_does_not_answer_in_time_is_not_known()
    {
        var time = new FakeTimeProvider(FactWorld.Last);
        var dns = new SilentResolver(time, TimeSpan.FromSeconds(4), name => name.Equals(DomainName.Parse("example.com")));

        var joined = await FactWorld.JoinAsync(FactWorld.Diagnosis(FactWorld.Finding(Cause.IpReputation)), dns, time);

        Assert.Equal(FactState.Known, joined.Facts);
        Assert.Contains("spf missing Explains", FactWorld.Short(joined.Findings[0]));
        Assert.Contains("ptr unanswered NoBearing", FactWorld.Short(joined.Findings[0]));
        Assert.Equal(Fault.Network, joined.Findings[0].Fault);
    }

    [Fact]
    public async Task The_user_can_break_it_off()
    {
        using var stop = new CancellationTokenSource();
        var time = new FakeTimeProvider(FactWorld.Last);
        var dns = new SilentResolver(time, TimeSpan.Zero);
        var facts = new DnsFacts(dns, FactWorld.Knowledge, time).JoinAsync(FactWorld.Diagnosis(FactWorld.Finding(Cause.SpfFail)), stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => facts);
    }

    [Fact]
    public void Identities_are_few()
    {
        Finding[] findings = [.. Enumerable.Range(0, 60).Select(n => FactWorld.Finding(Cause.SpfFail) with
        {
            Identity = new Identity { EnvelopeDomain = $"d{n % 20}.example" },
            Values = [new ReplyValue(ReplyValueNames.Ip, $"192.0.2.{n}")],
        })];

        var subjects = IdentityPlan.Of(FactWorld.Diagnosis(findings));

        Assert.Equal(IdentityPlan.MaxSubjects, subjects.Count);
        Assert.All(subjects, subject => Assert.InRange(subject.Subject.Addresses.Count, 1, IdentityPlan.MaxAddresses));
        Assert.Equal("d0.example", subjects[0].Subject.Domain.ToString());
    }

    [Theory]
    [InlineData("10.0.0.5")]
    [InlineData("::1")]
    [InlineData("not an address")]
    [InlineData("192.0.2.25; rm -rf /")]
    public void Addresses_that_receivers_cannot_have_seen_are_left_out(string address)
    {
        var finding = FactWorld.Finding(Cause.SpfFail) with { Values = [new ReplyValue(ReplyValueNames.Ip, address)], Identity = new Identity { EnvelopeDomain = "example.com", SendingIp = address } };

        Assert.Empty(Assert.Single(IdentityPlan.Of(FactWorld.Diagnosis(finding))).Subject.Addresses);
    }

    [Fact]
    public void Of_mail_through_a_relay_the_servers_own_address_says_nothing()
    {
        var finding = FactWorld.Finding(Cause.SpfFail) with { Values = [], Identity = new Identity { EnvelopeDomain = "example.com", SendingIp = "192.0.2.25", Relay = "relay.example" } };

        Assert.Empty(Assert.Single(IdentityPlan.Of(FactWorld.Diagnosis(finding))).Subject.Addresses);
    }

    [Fact]
    public void No_name_in_a_log_and_no_answer_breaks_it()
    {
        var text = Gen.OneOf(Gen.Const("example.com"), Gen.Const("<>"), Gen.Const(""), Gen.Const("."), Gen.Const("a..b"), Gen.Const("*.example"), Gen.String[0, 300]);
        var value = Gen.Select(Gen.OneOf([.. new[] { ReplyValueNames.Ip, ReplyValueNames.SpfDomain, ReplyValueNames.DmarcDomain, ReplyValueNames.Helo, ReplyValueNames.Sender }.Select(Gen.Const)]), text);
        Gen.Select(Gen.Int[0, Enum.GetValues<Cause>().Length - 1], text, text, text, value.Array[0, 4], Gen.Int[0, 4]).Sample(
            (cause, host, envelope, selector, values, answer) =>
            {
                var finding = FactWorld.Finding((Cause)cause) with
                {
                    Identity = new Identity { Host = host, EnvelopeDomain = envelope, DkimDomain = envelope, DkimSelector = selector },
                    Values = [.. values.Select(pair => new ReplyValue(pair.Item1, pair.Item2))],
                };
                var joined = new DnsFacts(new HostileResolver(answer), FactWorld.Knowledge, TimeProvider.System).JoinAsync(FactWorld.Diagnosis(finding), CancellationToken.None).GetAwaiter().GetResult();
                return joined.Findings.Count == 1 && joined.Findings[0].Facts.All(fact => fact.Result.Check.Length > 0);
            },
            iter: 300);
    }

    // Whatever is asked for: nothing, long texts, loops, addresses for all.
    private sealed class HostileResolver(int kind) : IDnsResolver
    {
        public ValueTask<DnsAnswer> AskAsync(DomainName name, DnsRecordType type, CancellationToken cancellationToken) => ValueTask.FromResult<DnsAnswer>((kind, type) switch
        {
            (0, _) => new DnsAnswer.NoSuchDomain(TimeSpan.Zero),
            (1, DnsRecordType.TXT) => Text($"v=spf1 include:{name} redirect={name}"),
            (2, DnsRecordType.TXT) => Text("v=spf1 " + new string('a', 60_000)),
            (3, DnsRecordType.A) => new DnsAnswer.Found([new DnsRecord.Address(System.Net.IPAddress.Parse("127.0.0.2"))], TimeSpan.Zero),
            (4, _) => new DnsAnswer.Failed(DnsFailure.ServerFailure, "192.0.2.53:53"),
            _ => new DnsAnswer.NoData(TimeSpan.Zero),
        });

        private static DnsAnswer.Found Text(string text) => new DnsAnswer.Found([new DnsRecord.Text(System.Text.Encoding.ASCII.GetBytes(text), [text.Length])], TimeSpan.Zero);
    }
}
