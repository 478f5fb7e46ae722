using Todoku.Mail;
using Todoku.Relay.Policy;
using Todoku.Relay.Policy.ReturnPaths;

namespace Todoku.Relay.Tests.Policy;

public sealed class ReturnPathTests
{
    private static readonly ReturnPathTarget Bounces = new ReturnPathTarget.Address("bounces@{from-domain}");

    private readonly PolicyBench _bench = new();

    [Theory]
    [InlineData("www-data@web01", "bounces@shop.example")]
    [InlineData("www-data@relay.example.net", "bounces@shop.example")]
    [InlineData("www-data@relay", "bounces@shop.example")]
    [InlineData("www-data@localhost", "bounces@shop.example")]
    [InlineData("www-data@localhost.localdomain", "bounces@shop.example")]
    [InlineData("www-data@[127.0.0.1]", "bounces@shop.example")]
    [InlineData("postmaster", "bounces@shop.example")]
    [InlineData("info@shop.example", "info@shop.example")]
    [InlineData(null, "")]
    public void A_sender_that_the_host_made_up_becomes_one_of_the_author_s_domain(string? sender, string expected)
    {
        Rules(Rule(Bounces) with { Senders = SenderCondition.HostDerived });
        var message = _bench.Run("From: a@shop.example\r\n\r\n", PolicyBench.From(sender)).Message;

        Assert.Equal(expected, message.Sender);
        Assert.Equal(expected == (sender ?? "") ? null : sender, message.OriginalSender);
        Assert.Null(message.VerpDomain);
    }

    [Theory]
    [InlineData("apache@web1.hoster.example", "a@shop.example", "web1.hoster.example", null, HostDerivation.ClientHost)]
    [InlineData("apache@WEB1.hoster.example", "a@shop.example", "Web1.Hoster.example.", null, HostDerivation.ClientHost)]
    [InlineData("apache@web1.hoster.example", "a@shop.example", "[192.0.2.7]", "web1.hoster.example", HostDerivation.ClientHost)]
    [InlineData("apache@web1.shop.example", "a@shop.example", "web1.shop.example", null, HostDerivation.ClientHost)]
    [InlineData("apache@web2.hoster.example", "a@shop.example", "web1.hoster.example", null, HostDerivation.None)]
    [InlineData("apache@hoster.example", "a@shop.example", "web1.hoster.example", null, HostDerivation.None)]
    [InlineData("info@shop.example", "a@shop.example", "shop.example", "shop.example", HostDerivation.None)]
    [InlineData("root@db3.farm.example", "a@shop.example", "web1.hoster.example", null, HostDerivation.ListedHost)]
    [InlineData("root@farm.example", "a@shop.example", "web1.hoster.example", null, HostDerivation.None)]
    [InlineData("root@old.example", "a@shop.example", "web1.hoster.example", null, HostDerivation.ListedHost)]
    [InlineData("root@very.old.example", "a@shop.example", "web1.hoster.example", null, HostDerivation.None)]
    [InlineData("root@relay.example.net", "a@shop.example", "relay.example.net", null, HostDerivation.ThisHost)]
    [InlineData("root@localhost", "a@shop.example", "localhost", null, HostDerivation.LocalName)]
    [InlineData("root@[192.0.2.7]", "a@shop.example", "[192.0.2.7]", null, HostDerivation.NoDomain)]
    public void The_name_of_the_host_that_handed_in_and_listed_ones_are_a_host_s_own(string sender, string author, string hello, string? proxied, HostDerivation expected)
    {
        Rules(Rule(Bounces) with { Senders = SenderCondition.HostDerived, HostNames = new HostNameList([".farm.example", "old.example"]) });
        var submission = PolicyBench.From(sender) with { ClientHelloName = hello, ClientHostName = proxied };

        var path = _bench.Run($"From: {author}\r\n\r\n", submission).Message.ReturnPath;

        Assert.Equal(expected, path?.HostDerived);
        Assert.Equal(expected != HostDerivation.None, path?.IsChanged);
    }

    [Fact]
    public void The_first_rule_that_fits_holds()
    {
        Rules(
            Rule(new ReturnPathTarget.Keep()) with { Submitters = ["198.51.100.0/24", "crm"] },
            Rule(new ReturnPathTarget.Verp(DomainName.Parse("b.example.net"))) with { AuthorDomains = [DomainName.Parse("news.example")] },
            Rule(new ReturnPathTarget.Address("bounces@fixed.example")) with { Submitters = ["192.0.2.0/24"] },
            Rule(Bounces));

        Assert.Equal("a@x.example", Sender("From: a@mail.news.example\r\n\r\n", submitter: "crm").Sender);
        var verp = Sender("From: a@mail.news.example\r\n\r\n");
        Assert.Equal(("a@x.example", "a@x.example", "b.example.net"), (verp.Sender, verp.OriginalSender, verp.VerpDomain));
        Assert.Equal("bounces@fixed.example", Sender("From: a@shop.example\r\n\r\n").Sender);
        Assert.Equal("bounces@fixed.example", Sender("no header").Sender);
    }

    [Fact]
    public void A_rule_that_names_the_author_s_domain_does_not_fit_without_one()
    {
        Rules(Rule(Bounces), Rule(new ReturnPathTarget.Address("fallback@relay.example.net")));

        Assert.Equal("fallback@relay.example.net", Sender("From: a@one.example, b@two.example\r\n\r\n").Sender);
        Assert.Equal("fallback@relay.example.net", Sender("Subject: x\r\n\r\n").Sender);
    }

    [Fact]
    public void A_dry_run_changes_nothing_and_says_what_it_would()
    {
        Rules(Rule(Bounces) with { IsDryRun = true, Name = "try" }, Rule(new ReturnPathTarget.Address("x@y.example")));
        var message = Sender("From: a@shop.example\r\n\r\n");

        Assert.Equal(("a@x.example", null), (message.Sender, message.OriginalSender));
        Assert.Contains(new PolicyNote.ReturnPathDryRun("try", "bounces@shop.example"), message.Notes);
    }

    [Fact]
    public void Says_which_rules_were_tried_and_what_the_sender_is_worth()
    {
        Rules(
            Rule(Bounces) with { Submitters = ["crm"] },
            Rule(Bounces) with { AuthorDomains = [DomainName.Parse("other.example")] },
            Rule(Bounces) with { Senders = SenderCondition.HostDerived },
            Rule(Bounces) with { Senders = SenderCondition.Unaligned },
            Rule(Bounces));
        var policy = _bench.Policy().ReturnPaths;

        var changed = policy.Explain(PolicyBench.From("a@x.example"), DomainName.Parse("shop.example"));
        Assert.Equal([RuleOutcome.OtherSubmitter, RuleOutcome.OtherAuthor, RuleOutcome.NotHostDerived, RuleOutcome.Fits], changed.Steps.Select(step => step.Outcome));
        Assert.Equal((DomainAlignment.None, DomainAlignment.Strict, "bounces@shop.example"), (changed.Before, changed.After, changed.Sender));
        var aligned = policy.Explain(PolicyBench.From("a@mail.shop.example"), DomainName.Parse("shop.example"));
        Assert.Equal((RuleOutcome.Aligned, DomainAlignment.Relaxed), (aligned.Steps[3].Outcome, aligned.Before));
        var missing = policy.Explain(PolicyBench.From("a@x.example"), null);
        Assert.Equal([RuleOutcome.OtherSubmitter, .. Enumerable.Repeat(RuleOutcome.NoAuthorDomain, 4)], missing.Steps.Select(step => step.Outcome));
        Assert.Null(missing.Rule);
        Assert.Empty(policy.Explain(PolicyBench.From(null), DomainName.Parse("shop.example")).Steps);
    }

    [Fact]
    public void Mail_that_stays_here_keeps_its_sender()
    {
        Rules(Rule(Bounces));

        Assert.Equal("a@x.example", _bench.Run("From: a@shop.example\r\n\r\n", PolicyBench.From("a@x.example", isLocal: true)).Message.Sender);
    }

    private static ReturnPathRule Rule(ReturnPathTarget target) => new() { Name = "rule", Target = target };

    private void Rules(params ReturnPathRule[] rules) => _bench.Options = _bench.Options with { ReturnPaths = rules };

    private PreparedMessage Sender(string message, string submitter = "shop") => _bench.Run(message, PolicyBench.From("a@x.example", submitter: submitter)).Message;
}
