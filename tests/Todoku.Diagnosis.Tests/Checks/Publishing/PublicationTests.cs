using System.Diagnostics;
using System.Text;
using Todoku.Authentication.Spf;
using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Publishing;
using Todoku.Diagnosis.Reports.Publishing;
using Todoku.Diagnosis.Reports.Texts;
using Todoku.Diagnosis.Tests.Checks.Dkim;
using Todoku.Dns;
using Todoku.Dns.Zones;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Checks.Publishing;

public sealed class PublicationTests
{
    private const string Soa = "example.com SOA ns1.example.com. root.example.com. 1 2 3 4 300\n";

    [Fact]
    public async Task What_several_points_want_becomes_one_record()
    {
        var plan = await PlanAsync(Soa + """
            example.com TXT "v=spf1 mx 198.51.100.7 ?all"
            example.com TXT "v=spf1 include:_spf.example.net ~all"
            example.com TXT "unrelated=1"
            example.com MX 10 mx.example.com.
            mx.example.com A 192.0.2.99
            _spf.example.net TXT "v=spf1 ip4:203.0.113.0/24 -all"
            """);

        Assert.Equal(["example.com", "_dmarc.example.com"], plan.Changes.Select(change => change.Record.Name.ToString()));
        Assert.Equal("v=spf1 ip4:192.0.2.25 mx ip4:198.51.100.7 include:_spf.example.net ~all", plan.Changes[0].Record.Value);
        Assert.Equal(2, plan.Changes[0].Replaced.Count);
        Assert.Equal(2, plan.Changes[0].Lookups);
        Assert.Equal("v=DMARC1; p=none; rua=mailto:dmarc@example.com", plan.Changes[1].Record.Value);
    }

    [Fact]
    public async Task An_address_that_passes_already_is_not_named_again()
    {
        var plan = await PlanAsync(Soa + "example.com TXT \"v=spf1 mx ?all\"\nexample.com MX 10 mx.example.com.\nmx.example.com A 192.0.2.25");

        Assert.Equal("v=spf1 mx ~all", plan.Changes[0].Record.Value);
    }

    [Fact]
    public async Task A_record_of_too_many_look_ups_comes_under_ten_with_the_address_added()
    {
        var terms = string.Join(' ', Enumerable.Range(1, 11).Select(i => $"a:h{i}.example.com"));
        var plan = await PlanAsync($"{Soa}example.com TXT {TestKeys.Strings($"v=spf1 {terms} -all")}\n" + string.Join('\n', Enumerable.Range(1, 11).Select(i => $"h{i}.example.com A 198.51.100.{i}")));

        var spf = plan.Changes[0];
        Assert.True(spf.Lookups <= SpfLimits.Lookups);
        Assert.Contains("ip4:192.0.2.25", spf.Record.Value, StringComparison.Ordinal);
        Assert.True(SpfRecord.Parse(spf.Record.Value).IsValid);
    }

    [Fact]
    public async Task Where_all_is_well_there_is_nothing_to_publish()
    {
        var plan = await PlanAsync(Soa + """
            example.com TXT "v=spf1 ip4:192.0.2.25 -all"
            example.com MX 10 mx.example.com.
            mx.example.com A 192.0.2.25
            _dmarc.example.com TXT "v=DMARC1; p=none; rua=mailto:dmarc@example.com"
            """);

        Assert.True(plan.IsEmpty);
    }

    [Fact]
    public async Task A_missing_key_is_not_invented()
    {
        var world = World(Soa);
        var plan = await PlanAsync(world with { Subject = world.Subject with { Selectors = [new SelectorHint("s1", DomainName.Parse("example.com"), SelectorOrigin.Given)] } });
        var text = MasterFileWriter.Write(plan, ReportTexts.English.Publishing);

        Assert.Equal("s1", Assert.Single(plan.MissingKeys).Selector);
        Assert.Contains(";   todoku dkim keygen --domain example.com --selector s1 --out s1.key", text, StringComparison.Ordinal);
        Assert.DoesNotContain(plan.Changes, change => change.Record.Name.ToString().Contains("_domainkey", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("v=DKIM1; p=")]
    [InlineData("v=DKIM1")]
    public async Task A_key_that_cannot_stay_is_told_with_the_next_selector(string record)
    {
        var world = World(Soa + $"s1._domainkey.example.com TXT \"{record}\"");
        var plan = await PlanAsync(world with { Subject = world.Subject with { Selectors = [new SelectorHint("s1", DomainName.Parse("example.com"), SelectorOrigin.Given)] } });

        Assert.Empty(plan.MissingKeys);
        Assert.Contains(";   todoku dkim keygen --domain example.com --selector s2 --out s2.key", MasterFileWriter.Write(plan, ReportTexts.English.Publishing), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_of_a_zone_file_say_what_replaces_what()
    {
        var plan = await PlanAsync(Soa + "example.com TXT \"v=spf1 mx ?all\"\nexample.com MX 10 mx.example.com.\n_dmarc.example.com TXT \"v=DMARC1; p=none; rua=mailto:a@third.example\"\nthird.example A 192.0.2.1");

        Assert.Equal("""
            ; Records to publish in the zone example.com
            $ORIGIN example.com.
            ; in place of these, which have to go:
            ;   @ IN TXT "v=spf1 mx ?all"
            @ IN TXT "v=spf1 ip4:192.0.2.25 mx ~all"

            ; To be published in the DNS of third.example, by whoever runs it
            $ORIGIN third.example.
            ; new:
            example.com._report._dmarc IN TXT "v=DMARC1;"

            """, MasterFileWriter.Write(plan, ReportTexts.English.Publishing), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void The_zone_file_reads_back_as_the_same_records()
    {
        var key = TestKeys.Record();
        PublicationChange[] changes =
        [
            Change("example.com", "v=spf1 ip4:192.0.2.25 ~all", "\"v=spf1 mx\""),
            Change("s1._domainkey.example.com", key),
            Change("odd.example.com", "quote \" backslash \\ semicolon ; line\nbreak \u00e9"),
            Change("long.example.com", new string('x', 600)),
        ];
        foreach (var texts in new[] { ReportTexts.English.Publishing, ReportTexts.Japanese.Publishing })
        {
            var text = MasterFileWriter.Write(new PublicationPlan(DomainName.Parse("example.com"), changes, []), texts);
            var zone = ZoneFile.Parse(Encoding.UTF8.GetBytes("$TTL 3600\n" + text), "records.zone");

            Assert.Equal(changes.Select(change => (change.Record.Name, change.Record.Value)),
                zone.Records.Select(record => (record.Owner, Encoding.UTF8.GetString(Assert.IsType<DnsRecord.Text>(record.Content).Value.Span))));
        }
    }

    [Theory]
    [InlineData("/usr/sbin/nsd-checkzone", "nsd")]
    [InlineData("/usr/bin/named-checkzone", "bind9-utils")]
    public void Name_servers_take_the_zone_file(string checker, string package)
    {
        Assert.SkipUnless(File.Exists(checker), $"{checker} is not installed (apt-get install {package})");
        var file = Path.GetTempFileName();
        try
        {
            var plan = new PublicationPlan(DomainName.Parse("example.com"), [Change("example.com", "v=spf1 ip4:192.0.2.25 ~all", "\"v=spf1 mx\""), Change("s1._domainkey.example.com", TestKeys.Record()),
                Change("odd.example.com", "quote \" backslash \\ semicolon ; line\nbreak \u00e9")], []);
            File.WriteAllText(file, $"$ORIGIN example.com.\n$TTL 300\n@ SOA ns1 root 1 2 3 4 5\n@ NS ns1\nns1 A 192.0.2.53\n{MasterFileWriter.Write(plan, ReportTexts.Japanese.Publishing)}");
            using var process = Process.Start(new ProcessStartInfo(checker, ["example.com", file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
            process.WaitForExit();

            Assert.True(process.ExitCode == 0, output);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_web_form_gets_the_value_in_one_piece()
    {
        var key = TestKeys.Record();
        var text = WebFormWriter.Write(new PublicationPlan(DomainName.Parse("example.com"), [Change("s1._domainkey.example.com", key, "\"old\"")], []), ReportTexts.English.Publishing);

        Assert.Contains($"Name: s1._domainkey.example.com\nType: TXT\nValue: {key}\nLength: {key.Length} characters", text, StringComparison.Ordinal);
        Assert.Contains("Instead of: \"old\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\" \"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stranger_s_old_record_stays_in_its_comment()
    {
        var plan = new PublicationPlan(DomainName.Parse("example.com"), [Change("example.com", "v=spf1 -all", "x\nevil IN A 192.0.2.1")], []);

        Assert.All(MasterFileWriter.Write(plan, ReportTexts.English.Publishing).Split('\n'), line => Assert.False(line.StartsWith("evil", StringComparison.Ordinal)));
    }

    private static PublicationChange Change(string name, string value, params string[] replaced) =>
        new(new PublishedRecord(DomainName.Parse(name), DnsRecordType.TXT, value), DomainName.Parse("example.com"), replaced);

    private static CheckWorldOf World(string zone) => new(zone, CheckWorld.Sender(returnPath: "example.com"));

    private static Task<PublicationPlan> PlanAsync(string zone) => PlanAsync(World(zone));

    private static async Task<PublicationPlan> PlanAsync(CheckWorldOf world)
    {
        var context = new CheckWorld(world.Zone) { Subject = world.Subject }.Context();
        ICheck[] checks = [.. CheckCatalogue.All.Where(check => check.Id.StartsWith("spf", StringComparison.Ordinal) || check.Id.StartsWith("dkim", StringComparison.Ordinal) || check.Id.StartsWith("dmarc", StringComparison.Ordinal))];
        var results = await CheckRunner.RunAsync(checks, context, TestContext.Current.CancellationToken);
        return await PublicationPlanner.PlanAsync(context, results, TestContext.Current.CancellationToken);
    }

    private sealed record CheckWorldOf(string Zone, CheckSubject Subject);
}
