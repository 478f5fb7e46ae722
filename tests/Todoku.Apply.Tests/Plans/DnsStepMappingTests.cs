using System.Net;
using System.Text;
using Todoku.Apply.Changes;
using Todoku.Apply.Plans;
using Todoku.Dns;
using Todoku.Dns.Zones;
using Todoku.Mail;

namespace Todoku.Apply.Tests.Plans;

/// <summary>Records of a plan: what is published in the zones that may be changed, and what stays for a person.</summary>
public sealed class DnsStepMappingTests
{
    private const string Report = """
        {"schema":"todoku/diagnose/1",
         "findings":[{"identity":{"host":"web1.hosting.example","sending_ip":"192.0.2.10","envelope_domain":"customer.example"},"values":{"dkim_domain":"shop.customer.example"}},
                     {"identity":{"sending_ip":"2001:db8::10","envelope_domain":"web1.hosting.example"}}],
         "plan":[STEPS]}
        """;

    [Theory]
    [InlineData("publish-spf", "[0]", "customer.example spf ip4:192.0.2.10")]
    [InlineData("publish-spf", "[1]", "by hand")]
    [InlineData("publish-spf", "[0,1]", "customer.example spf ip4:192.0.2.10, customer.example spf ip6:2001:db8::10, by hand")]
    [InlineData("add-ipv6-to-spf", "[0]", "by hand")]
    [InlineData("add-ipv6-to-spf", "[0,1]", "customer.example spf ip6:2001:db8::10, by hand")]
    [InlineData("add-relay-to-spf", "[0]", "customer.example spf ip4:203.0.113.25")]
    [InlineData("publish-dmarc-none", "[0]", "where missing: _dmarc.customer.example TXT \"v=DMARC1; p=none\"")]
    [InlineData("publish-dkim-key", "[0]", "mail1._domainkey.shop.customer.example TXT \"v=DKIM1; \" \"p=abc\"")]
    [InlineData("add-helo-address-record", "[0]", "mail.customer.example A 192.0.2.10")]
    [InlineData("set-ptr", "[0]", "by hand")]
    public void A_step_becomes_records_in_the_zone(string id, string findings, string wanted) =>
        Assert.Equal(wanted, Words(Map($$"""{"id":"{{id}}","findings":{{findings}}}""", Values)));

    [Theory]
    [InlineData("add-relay-to-spf", "--relay-spf")]
    [InlineData("make-dkim-key", "--dkim-record")]
    [InlineData("add-helo-address-record", "--name")]
    public void What_a_plan_cant_know_is_asked_for(string id, string option)
    {
        Assert.Equal($"needs {option}", Words(Map($$"""{"id":"{{id}}","findings":[0]}""", new PlanValues { Dns = Values.Dns })));
        // Where it could not be put anyway, nothing is asked for.
        Assert.Equal("by hand", Words(Map($$"""{"id":"{{id}}","findings":[0]}""", new PlanValues { Dns = Values.Dns! with { Zones = [DomainName.Parse("other.example")] } })));
    }

    [Fact]
    public void Exact_records_are_published_each_in_its_zone_and_without_zones_it_is_as_it_was()
    {
        const string Step = """
            {"id":"publish-spf-record","findings":[0],"records":[{"name":"customer.example","type":"TXT","value":"v=spf1 a -all"},{"name":"web1.hosting.example","type":"TXT","value":"v=spf1 a -all"},
             {"name":"x.shop.customer.example","type":"CNAME","value":"y.example."}]}
            """;

        Assert.Equal("customer.example TXT \"v=spf1 a -all\", x.shop.customer.example CNAME y.example., by hand", Words(Map(Step, Values)));
        Assert.Equal("by hand", Words(Map(Step, new PlanValues { RelaySpf = "ip4:203.0.113.25" })));
    }

    // Each was worked out by itself: the second must not undo the first.
    [Fact]
    public void A_second_SPF_record_for_a_name_adds_its_terms_to_the_first()
    {
        const string Steps = """
            {"id":"publish-spf-record","do":"1","findings":[0],"records":[{"name":"customer.example","type":"TXT","value":"v=spf1 ip4:192.0.2.10 -all"}]},
            {"id":"publish-spf-record","do":"2","findings":[0],"records":[{"name":"customer.example","type":"TXT","value":"v=spf1 ip6:2001:db8::10 exp=x.example ~all"}]},
            {"id":"publish-spf-record","do":"3","findings":[0],"records":[{"name":"customer.example","type":"TXT","value":"v=spf1 ip6:2001:db8::10 ~all"}]}
            """;

        Assert.Equal("customer.example TXT \"v=spf1 ip4:192.0.2.10 -all\", customer.example spf ip6:2001:db8::10, done by publish-spf-record", Words(Map(Steps, Values)));
    }

    [Theory]
    [InlineData("TXT", "v=spf1 ...")]
    [InlineData("TXT", "")]
    [InlineData("MX", "10 mx.example")]
    [InlineData("A", "192.0.2")]
    public void A_record_that_can_t_be_published_is_left_to_a_person(string type, string value) =>
        Assert.Equal("by hand", Words(Map($$"""{"id":"publish-spf-record","records":[{"name":"customer.example","type":"{{type}}","value":"{{value}}"}]}""", Values)));

    [Fact]
    public void A_hostile_value_stays_within_its_string()
    {
        var mapped = Map("""{"id":"publish-dkim-record","records":[{"name":"customer.example","type":"TXT","value":"x\"\n@ A 192.0.2.1"}]}""", Values);

        Assert.Equal("customer.example TXT \"x\\\"\\010@ A 192.0.2.1\"", Words(mapped));
    }

    [Theory]
    [InlineData("The key is in s1.key.\n\nPublish this record (zone file):\ns1._domainkey.customer.example. IN TXT (\n    \"v=DKIM1; p=a\"\n    \"b\" )\n\nThe same for a form (type TXT):\nValue: v=DKIM1; p=ab\n", "s1._domainkey.customer.example TXT \"v=DKIM1; p=a\" \"b\"")]
    [InlineData("; a comment about TXT\ns1._domainkey 300 IN TXT \"v=DKIM1; p=a\"", "s1._domainkey.shop.customer.example TXT \"v=DKIM1; p=a\"")]
    [InlineData("-----BEGIN PRIVATE KEY-----", "by hand")]
    [InlineData("s1._domainkey IN TXT ( \"v=DKIM1; p=a\"", "by hand")]
    public void The_record_of_a_key_is_found_in_what_was_printed(string text, string wanted) =>
        Assert.Equal(wanted, Words(Map("""{"id":"publish-dkim-key","findings":[0]}""", Values with { DkimRecord = text })));

    private static PlanValues Values => new()
    {
        Dns = new ZoneAccess([DomainName.Parse("customer.example"), DomainName.Parse("shop.customer.example")], IPEndPoint.Parse("192.0.2.53:53"), "/etc/todoku/dns.key"),
        RelaySpf = "ip4:203.0.113.25",
        HeloName = "mail.customer.example",
        DkimRecord = "mail1._domainkey\tIN\tTXT\t( \"v=DKIM1; \"\n\t  \"p=abc\" )  ; ----- DKIM key mail1",
    };

    private static IReadOnlyList<MappedStep> Map(string steps, PlanValues values) => StepMapping.Map(PlanReader.Read(Encoding.UTF8.GetBytes(Report.Replace("STEPS", steps, StringComparison.Ordinal)))!, values);

    private static string Words(IReadOnlyList<MappedStep> steps) => string.Join(", ", steps.SelectMany(step => step switch
    {
        MappedStep.Applicable { Request: ChangeRequest.Dns dns } =>
            [.. dns.Added.Select(Word), .. dns.Missing.Select(record => $"where missing: {Word(record)}"), .. dns.SpfTerms.Select(term => $"{term.Owner} spf {term.Term}")],
        MappedStep.NeedsValue needs => [$"needs {needs.Option}"],
        MappedStep.DoneBy done => [$"done by {done.Other}"],
        MappedStep.ByHand => ["by hand"],
        _ => (string[])["?"],
    }));

    private static string Word(ZoneRecord record) => $"{record.Owner} {record.Type} {RecordText.Of(record.Content)}";
}
