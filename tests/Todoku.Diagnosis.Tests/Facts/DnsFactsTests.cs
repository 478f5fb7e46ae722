using Todoku.Diagnosis.Facts;
using Todoku.Dns.Zones;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Tests.Facts;

/// <summary>What facts of DNS change.</summary>
public sealed class DnsFactsTests
{
    private const string WellNamed = "25.2.0.192.in-addr.arpa PTR mail.example.com.\nmail.example.com A 192.0.2.25\n";
    private const string SpfPasses = "example.com TXT \"v=spf1 ip4:192.0.2.25 -all\"\n";

    [Fact]
    public async Task A_missing_SPF_record_comes_first_with_the_exact_record()
    {
        var (finding, plan) = await FactWorld.JoinAsync(FactWorld.Finding(Cause.IpReputation), WellNamed + "example.com A 192.0.2.1");

        Assert.Contains("spf missing Explains", FactWorld.Short(finding));
        Assert.Equal("find-all-senders", plan[0].StepId);
        Assert.Equal("publish-spf-record", plan[1].StepId);
        Assert.Equal("example.com. IN TXT \"v=spf1 ip4:192.0.2.25 ~all\"", Assert.Single(plan[1].Records).ToMasterFileLine());
        Assert.DoesNotContain("publish-spf", finding.Steps);
        Assert.DoesNotContain("set-ptr", finding.Steps);
        Assert.Equal(Fault.Network, finding.Fault);
        Assert.Equal("ip-reputation", finding.Kind);
    }

    [Fact]
    public async Task Where_a_signer_runs_none_is_installed()
    {
        var article = FactWorld.Knowledge.FindArticle("signing-missing", Language.English)!;
        var missing = FactWorld.Finding(Cause.DkimFail) with { Kind = "signing-missing", Article = article.Id, Steps = article.Steps };
        var refused = FactWorld.Finding(Cause.Unauthenticated);
        var signed = refused with { Identity = refused.Identity with { DkimDomain = "example.com", DkimSelector = "s1" } };

        Assert.Equal(["add-signing-domain"], await KeyStepsAsync(missing));
        Assert.Equal(["make-dkim-key"], await KeyStepsAsync(signed));
        Assert.Equal(["install-opendkim", "publish-dkim-key"], await KeyStepsAsync(refused));

        // The refusal that the missing signature explains asks for no signer either.
        Assert.Equal(["add-signing-domain"], await KeyStepsAsync(missing, refused));

        static async Task<string[]> KeyStepsAsync(params Finding[] findings)
        {
            var joined = await FactWorld.JoinAsync(FactWorld.Diagnosis(findings), WellNamed + SpfPasses);
            return [.. joined.Plan.Select(step => step.StepId).Where(id => id is "add-signing-domain" or "make-dkim-key" or "install-opendkim" or "publish-dkim-key")];
        }
    }

    [Fact]
    public async Task A_listed_network_is_its_own_fault_and_another_path_the_way_out()
    {
        var (finding, plan) = await FactWorld.JoinAsync(FactWorld.Finding(Cause.IpReputation), WellNamed + SpfPasses + FactWorld.Spamhaus(Enumerable.Range(1, 203)));

        Assert.Equal("network-blocklisted", finding.Kind);
        Assert.Equal(Cause.IpReputation, finding.Cause);
        Assert.Equal(Fault.Network, finding.Fault);
        Assert.Equal("check.neighbours.network", finding.Article);
        Assert.Equal("add-relay-to-spf", plan[0].StepId);
        Assert.Equal("use-relay", plan[1].StepId);
        Assert.True(plan.Index().First(step => step.Item.StepId == "use-relay").Index < plan.Index().First(step => step.Item.StepId == "ask-hosting-about-neighbour").Index);
        Assert.DoesNotContain(plan, step => step.StepId is "find-bulk-submitter" or "wait-for-reputation" or "check-neighbours");
    }

    [Fact]
    public async Task A_listed_address_among_clean_neighbours_is_the_senders_own_doing()
    {
        var (finding, _) = await FactWorld.JoinAsync(FactWorld.Finding(Cause.IpReputation), WellNamed + SpfPasses + FactWorld.Spamhaus([25]));

        Assert.Contains("ip-blocklist listed Explains", FactWorld.Short(finding));
        Assert.Equal(Fault.Sender, finding.Fault);
        Assert.Equal("ip-reputation", finding.Article);
    }

    [Fact]
    public async Task No_listing_says_nothing_against_a_bad_reputation()
    {
        var (finding, _) = await FactWorld.JoinAsync(FactWorld.Finding(Cause.IpReputation), WellNamed + SpfPasses + FactWorld.Spamhaus([]));

        Assert.False(finding.IsContradicted);
        Assert.Contains("ip-blocklist not-listed NoBearing", FactWorld.Short(finding));
    }

    [Fact]
    public async Task SPF_that_passes_now_contradicts_the_reply()
    {
        var (finding, plan) = await FactWorld.JoinAsync(FactWorld.Finding(Cause.SpfFail), SpfPasses);

        Assert.Equal("spf-address passes Contradicts", FactWorld.Short(finding).First());
        Assert.Equal("watch-next-log", plan[0].StepId);
        Assert.DoesNotContain(plan, step => step.StepId is "publish-spf" or "merge-spf" or "find-all-senders" or "check-auth-records" or "spf-lookup-limit");
        Assert.True(finding.IsCurrent);
    }

    [Fact]
    public async Task SPF_that_fails_now_confirms_it_with_the_record_to_publish()
    {
        var (finding, plan) = await FactWorld.JoinAsync(FactWorld.Finding(Cause.SpfFail), "example.com TXT \"v=spf1 ip4:198.51.100.1 -all\"");

        Assert.Equal("spf-address fails Confirms", FactWorld.Short(finding).First());
        Assert.Equal("v=spf1 ip4:192.0.2.25 ip4:198.51.100.1 -all", Assert.Single(plan.Single(step => step.StepId == "publish-spf-record").Records).Value);
    }

    [Fact]
    public async Task What_the_reply_names_is_checked_rather_than_what_the_log_shows()
    {
        var finding = FactWorld.Finding(Cause.SpfFail, new ReplyValue(ReplyValueNames.SpfDomain, "bounces.example.net"));

        var (joined, _) = await FactWorld.JoinAsync(finding, "bounces.example.net TXT \"v=spf1 -all\"\n" + SpfPasses);

        Assert.Contains("spf-address fails Confirms", FactWorld.Short(joined));
    }

    [Theory]
    [InlineData(WellNamed, "ptr-forward confirmed Contradicts", "watch-next-log")]
    [InlineData("mail.example.com A 192.0.2.25", "ptr missing Confirms", "set-ptr")]
    public async Task Reverse_DNS(string zone, string fact, string step)
    {
        var (finding, plan) = await FactWorld.JoinAsync(FactWorld.Finding(Cause.NoPtr), zone);

        Assert.Equal(fact, FactWorld.Short(finding).First());
        Assert.Equal(step, plan[0].StepId);
    }

    [Theory]
    [InlineData("spamhaus", true)]
    [InlineData("barracuda", false)]
    public async Task A_delisting_is_known_only_from_the_list_that_the_reply_names(string list, bool isContradicted)
    {
        var finding = FactWorld.Finding(Cause.IpBlocklisted, new ReplyValue(ReplyValueNames.Blocklist, list)) with { Steps = ["check-spamhaus", "delist-spamhaus", "use-relay"] };

        var (joined, plan) = await FactWorld.JoinAsync(finding, WellNamed + FactWorld.Spamhaus([]));

        Assert.Equal(isContradicted, joined.IsContradicted);
        Assert.Equal(!isContradicted, plan.Any(step => step.StepId == "delist-spamhaus"));
    }

    [Fact]
    public async Task What_is_contradicted_comes_behind_what_is_not_and_references_follow()
    {
        var mended = FactWorld.Finding(Cause.SpfFail) with { Explains = [1] };
        var left = FactWorld.Finding(Cause.TlsRequired);

        var result = await FactWorld.JoinAsync(FactWorld.Diagnosis(mended, left), SpfPasses);

        Assert.Equal(["tls-required", "spf-fail"], result.Findings.Select(finding => finding.Kind));
        Assert.Equal([0], result.Findings[1].Explains);
        Assert.All(result.Plan.Where(step => left.Steps.Contains(step.StepId)), step => Assert.Contains(0, step.Findings));
        Assert.Equal([1], result.Plan.Single(step => step.StepId == "watch-next-log").Findings);
    }

    [Fact]
    public async Task A_hacked_account_stays_the_root_of_a_bad_reputation()
    {
        var result = FactWorld.Diagnosis(FactWorld.Finding(Cause.IpReputation) with { Kind = "submitter-abuse", Fault = Fault.Sender }, FactWorld.Finding(Cause.IpReputation));

        var joined = await FactWorld.JoinAsync(result, WellNamed + FactWorld.Spamhaus(Enumerable.Range(1, 203)));

        Assert.Equal("submitter-abuse", joined.Findings[0].Kind);
        Assert.Equal(Fault.Sender, joined.Findings[0].Fault);
        Assert.Empty(joined.Findings[0].Facts);
        Assert.Equal(Fault.Network, joined.Findings[1].Fault);
    }

    [Fact]
    public async Task Facts_of_another_address_are_not_put_beside_a_finding()
    {
        var one = FactWorld.Finding(Cause.SpfFail);
        var other = one with { Provider = null, Values = [new ReplyValue(ReplyValueNames.Ip, "198.51.100.7")] };

        var result = await FactWorld.JoinAsync(FactWorld.Diagnosis(one, other), SpfPasses);

        Assert.False(result.Findings[0].IsContradicted);
        Assert.Equal("198.51.100.7", result.Findings[0].Values[0].Value);
        Assert.True(result.Findings[1].IsContradicted);
    }

    [Fact]
    public async Task A_Return_Path_that_is_the_hosts_name_is_mended_before_anybody_looks_at_its_SPF()
    {
        var identity = new Identity { Host = "web1.hosting.example", EnvelopeDomain = "web1.hosting.example" };
        var root = FactWorld.Finding(Cause.ReturnPathMismatch) with { Identity = identity, Explains = [1] };
        var spam = FactWorld.Finding(Cause.SpamContent) with { Identity = identity };

        var result = await FactWorld.JoinAsync(FactWorld.Diagnosis(root, spam), "web1.hosting.example A 192.0.2.25");

        Assert.DoesNotContain(result.Findings.SelectMany(FactWorld.Short), fact => fact.StartsWith("spf", StringComparison.Ordinal));
        Assert.DoesNotContain(result.Plan, step => step.StepId == "publish-spf-record");
    }

    [Fact]
    public async Task The_hosts_configuration_fills_in_what_the_log_does_not_tell()
    {
        var finding = FactWorld.Finding(Cause.SpfFail) with { Values = [] };
        var dns = new ZoneResolver([ZoneFile.Parse("$ORIGIN .\n$TTL 3600\n" + SpfPasses)], inner: null);
        var facts = new DnsFacts(dns, FactWorld.Knowledge, TimeProvider.System)
        {
            Complete = subject => subject with { Addresses = [System.Net.IPAddress.Parse("192.0.2.25")] },
        };

        var joined = await facts.JoinAsync(FactWorld.Diagnosis(finding), TestContext.Current.CancellationToken);

        Assert.True(joined.Findings[0].IsContradicted);
        Assert.False((await FactWorld.JoinAsync(finding, SpfPasses)).Finding.IsContradicted);
    }

    [Fact]
    public async Task A_Return_Path_that_is_the_hosts_name_is_confirmed_where_the_signature_tells_From()
    {
        var identity = new Identity { Host = "mail", EnvelopeDomain = "mail.hosting.example", DkimDomain = "example.com", DkimSelector = "s1" };
        var finding = FactWorld.Finding(Cause.ReturnPathMismatch) with { Identity = identity };

        var (joined, plan) = await FactWorld.JoinAsync(finding, "25.2.0.192.in-addr.arpa PTR mail.hosting.example.\nmail.hosting.example A 192.0.2.25\nexample.com A 192.0.2.1");

        Assert.Contains("return-path-alignment host-name Confirms", FactWorld.Short(joined));
        Assert.Contains(plan, step => step.StepId == "set-envelope-sender-postfix");
    }

    [Fact]
    public async Task A_bad_neighbourhood_is_the_networks_doing()
    {
        var finding = FactWorld.Finding(Cause.IpReputation) with { Fault = Fault.Sender };

        var (joined, _) = await FactWorld.JoinAsync(finding, WellNamed + SpfPasses + FactWorld.Spamhaus([23, 24, 26, 27]));

        Assert.Contains("neighbours many Explains", FactWorld.Short(joined));
        Assert.Equal(Fault.Network, joined.Fault);
        Assert.Equal("ip-reputation", joined.Kind);
    }

    [Fact]
    public async Task One_fault_is_enough_for_no_contradiction()
    {
        var (joined, _) = await FactWorld.JoinAsync(FactWorld.Finding(Cause.NoPtr), "25.2.0.192.in-addr.arpa PTR 192-0-2-25.isp.example.\n192-0-2-25.isp.example A 192.0.2.25");

        Assert.Contains("ptr-forward confirmed NoBearing", FactWorld.Short(joined));
        Assert.False(joined.IsContradicted);
    }

    [Fact]
    public async Task What_is_over_and_what_no_record_bears_on_is_not_asked_about()
    {
        var result = FactWorld.Diagnosis(FactWorld.Finding(Cause.SpfFail) with { IsCurrent = false }, FactWorld.Finding(Cause.RecipientUnknown));

        var joined = await FactWorld.JoinAsync(result, new AskNobody());

        Assert.Equal(FactState.NothingToAsk, joined.Facts);
        Assert.Equal(result.Findings, joined.Findings);
        Assert.Equal(result.Plan, joined.Plan);
    }
}
