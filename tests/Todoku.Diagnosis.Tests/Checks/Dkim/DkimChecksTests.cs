using CsCheck;
using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Dkim;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Checks.Dkim;

public sealed class DkimChecksTests
{
    private const string Name = "s1._domainkey.example.com";

    private static readonly ICheck[] Checks = [new DkimRecordCheck(), new DkimKeyCheck(), new DkimSizeCheck(), new DkimFlagsCheck(), new DkimDnsCheck(), new DkimAlignmentCheck()];

    [Fact]
    public async Task A_good_key_passes_all_points()
    {
        var world = Sender($"{Name} TXT {TestKeys.Strings(TestKeys.Record())}");

        var results = new List<CheckResult>();
        foreach (var check in Checks) results.Add(await world.RunOneAsync(check));

        Assert.Equal(["published", "usable", "strong", "none", "held", "aligned"], results.Select(result => result.Outcome));
        Assert.All(results, result => Assert.Equal(CheckStatus.Pass, result.Status));
    }

    [Theory]
    [InlineData("v=DKIM1; p=", "revoked", CheckStatus.Problem)]
    [InlineData("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", "published", CheckStatus.Pass)]
    public async Task Record(string record, string outcome, CheckStatus status) => Is(outcome, status, await Sender($"{Name} TXT \"{record}\"").RunOneAsync(new DkimRecordCheck()));

    [Fact]
    public async Task A_missing_key_of_a_known_selector_is_a_problem() => Is("missing", CheckStatus.Problem, await Sender("example.com A 192.0.2.1").RunOneAsync(new DkimRecordCheck()));

    [Fact]
    public async Task Several_records_are_told()
    {
        var world = Sender($"{Name} TXT {TestKeys.Strings(TestKeys.Record())}\n{Name} TXT \"v=spf1 -all\"");

        Is("several", CheckStatus.Warning, await world.RunOneAsync(new DkimRecordCheck()));
        Is("usable", CheckStatus.Pass, await world.RunOneAsync(new DkimKeyCheck()));
    }

    [Fact]
    public async Task Without_a_known_selector_nothing_is_missing()
    {
        // Every name exists, so that DNS tells nothing.
        var world = new CheckWorld("*.example.com A 192.0.2.1") { Subject = CheckWorld.Sender() with { Selectors = [new SelectorHint("mine", DomainName.Parse("example.com"), SelectorOrigin.Guess)] } };

        foreach (var check in Checks) Assert.All(await world.RunAsync(check), result => Assert.Contains(result.Status, new[] { CheckStatus.NotKnown, CheckStatus.NotApplicable }));
        Is("no-selector", CheckStatus.NotKnown, await world.RunOneAsync(new DkimRecordCheck()));
    }

    [Theory]
    // There is no name at all below _domainkey: no selector needs to be known for that.
    [InlineData("example.com A 192.0.2.1", "example.com", "none-published", CheckStatus.Warning)]
    [InlineData("news.example.com A 192.0.2.1\nexample.com A 192.0.2.1", "news.example.com", "none-published", CheckStatus.Warning)]
    // The organisation's own keys may sign for a domain below it.
    [InlineData("news.example.com A 192.0.2.1\nunusual._domainkey.example.com TXT x", "news.example.com", "some-published", CheckStatus.NotKnown)]
    [InlineData("unusual._domainkey.example.com TXT x", "example.com", "some-published", CheckStatus.NotKnown)]
    // What a wildcard says, it says of every name.
    [InlineData("*.example.com TXT x", "example.com", "no-selector", CheckStatus.NotKnown)]
    [InlineData("*.example.com A 192.0.2.1", "example.com", "no-selector", CheckStatus.NotKnown)]
    // A record at the name itself is no key.
    [InlineData("_domainkey.example.com TXT o=~", "example.com", "no-selector", CheckStatus.NotKnown)]
    // That the domain does not exist is another point's to say.
    [InlineData("example.net A 192.0.2.1", "example.com", "no-selector", CheckStatus.NotKnown)]
    public async Task What_DNS_tells_without_a_selector(string zone, string domain, string outcome, CheckStatus status)
    {
        var world = new CheckWorld(zone) { Subject = new CheckSubject { Domain = DomainName.Parse(domain) } };

        Is(outcome, status, await world.RunOneAsync(new DkimRecordCheck()));
    }

    [Fact]
    public async Task A_server_that_fails_tells_nothing()
    {
        var world = new CheckWorld("example.com A 192.0.2.1") { Failures = new() { ["_domainkey.example.com"] = DnsFailure.ServerFailure } };

        Is("no-selector", CheckStatus.NotKnown, await world.RunOneAsync(new DkimRecordCheck()));
    }

    [Fact]
    public async Task Mail_that_was_received_unsigned_is_told()
    {
        var world = new CheckWorld("example.com A 192.0.2.1") { Subject = CheckWorld.Sender() with { UnsignedMessages = ["a.eml"] } };

        var result = await world.RunOneAsync(new DkimRecordCheck());

        Is("not-signed", CheckStatus.Warning, result);
        Assert.Equal(["a.eml"], result.Evidence);
    }

    [Theory]
    // A day or more after the last signature with the old key: keys were changed.
    [InlineData(-26, "withdrawn", CheckStatus.Warning)]
    [InlineData(-2, "missing", CheckStatus.Problem)]
    public async Task A_key_that_another_one_has_replaced_need_not_be_there(int hours, string outcome, CheckStatus status)
    {
        var now = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
        var world = new CheckWorld($"new._domainkey.example.com TXT {TestKeys.Strings(TestKeys.Record())}")
        {
            Subject = CheckWorld.Sender() with
            {
                Selectors =
                [
                    new SelectorHint("new", DomainName.Parse("example.com"), SelectorOrigin.Log) { LastSeen = now },
                    new SelectorHint("old", DomainName.Parse("example.com"), SelectorOrigin.Log) { LastSeen = now.AddHours(hours) },
                ],
            },
        };

        var results = await world.RunAsync(new DkimRecordCheck());

        Is("published", CheckStatus.Pass, results[0]);
        Is(outcome, status, results[1]);
    }

    [Fact]
    public async Task Guesses_that_are_there_are_hints()
    {
        var world = new CheckWorld($"default._domainkey.example.com TXT {TestKeys.Strings(TestKeys.Record())}") { Subject = CheckWorld.Sender() };

        var result = await world.RunOneAsync(new DkimRecordCheck());

        Is("guessed", CheckStatus.NotKnown, result);
        Assert.Contains(result.Values, value => value is { Name: "names", Value: "default" });
    }

    [Fact]
    public async Task A_wildcard_makes_no_guess_true()
    {
        var world = new CheckWorld($"*.example.com TXT {TestKeys.Strings(TestKeys.Record())}") { Subject = CheckWorld.Sender() };

        Is("no-selector", CheckStatus.NotKnown, await world.RunOneAsync(new DkimRecordCheck()));
        Is("wildcard", CheckStatus.Warning, await world.RunOneAsync(new DkimDnsCheck()));
    }

    [Theory]
    [InlineData("v=DKIM1; k=rsa; p=MIIB%%%", "unreadable")]
    [InlineData("v=DKIM1; k=dsa; p=MIIB", "unknown-type")]
    [InlineData("v=DKIM1; k=rsa", "no-key")]
    [InlineData("v=DKIM1; k=rsa; nonsense; p=MIIB", "syntax")]
    [InlineData("v=DKIM2; k=rsa; p=MIIB", "version")]
    [InlineData("v=spf1 -all", "version")]
    public async Task Key(string record, string outcome) => Is(outcome, CheckStatus.Problem, await Sender($"{Name} TXT \"{record}\"").RunOneAsync(new DkimKeyCheck()));

    [Theory]
    [InlineData("v=DKIM1; h=sha1; k=rsa; p={0}", "hash-excluded", "v=DKIM1; k=rsa; p={0}")]
    [InlineData("v=DKIM1; s=tlsrpt; p={0}; t=s", "not-for-mail", "v=DKIM1; p={0}; t=s")]
    [InlineData("k=rsa; p={0}; v=DKIM1", "version", "v=DKIM1; k=rsa; p={0}")]
    public async Task A_key_that_shuts_verifiers_out_is_given_mended(string record, string outcome, string mended)
    {
        var key = TestKeys.Rsa(1024);
        var result = await Sender($"{Name} TXT {TestKeys.Strings(string.Format(null, record, key))}").RunOneAsync(new DkimKeyCheck());

        Is(outcome, CheckStatus.Problem, result);
        Assert.Equal(string.Format(null, mended, key), Assert.Single(result.Records).Value);
    }

    [Theory]
    [InlineData(768, "too-short", CheckStatus.Problem)]
    [InlineData(1024, "short", CheckStatus.Warning)]
    [InlineData(2048, "strong", CheckStatus.Pass)]
    [InlineData(4096, "strong", CheckStatus.Pass)]
    [InlineData(4608, "long", CheckStatus.Warning)]
    [InlineData(9000, "too-long", CheckStatus.Problem)]
    public async Task Size(int bits, string outcome, CheckStatus status) => Is(outcome, status, await Sender($"{Name} TXT {TestKeys.Strings(TestKeys.Record(bits))}").RunOneAsync(new DkimSizeCheck()));

    [Fact]
    public async Task An_Ed25519_key_is_strong() => Is("strong", CheckStatus.Pass, await Sender($"{Name} TXT \"v=DKIM1; k=ed25519; p={TestKeys.Ed25519}\"").RunOneAsync(new DkimSizeCheck()));

    [Theory]
    [InlineData("t=y; ", "testing", CheckStatus.Warning)]
    [InlineData("t=s; ", "strict", CheckStatus.Pass)]
    [InlineData("t=y:s; ", "testing", CheckStatus.Warning)]
    public async Task Flags(string tags, string outcome, CheckStatus status) =>
        Is(outcome, status, await Sender($"{Name} TXT {TestKeys.Strings(TestKeys.Record(tags: tags))}").RunOneAsync(new DkimFlagsCheck()));

    [Fact]
    public async Task A_key_that_was_cut_at_255_characters_is_seen()
    {
        var result = await Sender($"{Name} TXT \"{TestKeys.Record()[..255]}\"").RunOneAsync(new DkimDnsCheck());

        Is("cut", CheckStatus.Problem, result);
        Assert.Contains(result.Values, value => value is { Name: "count", Value: "255" });
    }

    [Fact]
    public async Task What_a_panel_did_to_the_value_is_taken_back()
    {
        var whole = TestKeys.Record();
        var (first, second) = (whole[..255], whole[255..]);
        foreach (var (zone, outcome) in new[]
        {
            ($"{Name} TXT {TestKeys.Strings(whole.Replace(";", "\\;", StringComparison.Ordinal))}", "escaped"),
            ($"{Name} TXT {TestKeys.Strings($"\"{first}\" \"{second}\"")}", "quoted"),
            ($"{Name} TXT {TestKeys.Strings($"{Name}. IN TXT ( \"{first}\"\n \"{second}\" )".Replace("\n", " ", StringComparison.Ordinal))}", "quoted"),
            ($"{Name} TXT \"{second}\"\n{Name} TXT \"{first}\"", "split"),
        })
        {
            var result = await Sender(zone).RunOneAsync(new DkimDnsCheck());

            Is(outcome, CheckStatus.Problem, result);
            Assert.Equal(new PublishedRecord(DomainName.Parse(Name), DnsRecordType.TXT, whole), Assert.Single(result.Records));
        }
    }

    [Fact]
    public async Task A_value_that_ends_at_its_semicolon_is_seen() => Is("cut-at-semicolon", CheckStatus.Problem, await Sender($"{Name} TXT v=DKIM1").RunOneAsync(new DkimDnsCheck()));

    [Theory]
    [InlineData("s1._domainkey.example.com.example.com")]
    [InlineData("s1.domainkey.example.com")]
    [InlineData("s1.example.com")]
    public async Task A_key_at_a_wrong_name_is_found(string wrong)
    {
        var result = await Sender($"{wrong} TXT {TestKeys.Strings(TestKeys.Record())}").RunOneAsync(new DkimDnsCheck());

        Is("wrong-name", CheckStatus.Problem, result);
        Assert.Equal(Name, Assert.Single(result.Records).Name.ToString());
        Assert.Contains(result.Values, value => value.Value == wrong);
    }

    [Fact]
    public async Task An_alias_is_shown_and_one_that_leads_nowhere_is_a_problem()
    {
        var delegated = await Sender($"{Name} CNAME s1.keys.example.net\ns1.keys.example.net TXT {TestKeys.Strings(TestKeys.Record())}").RunOneAsync(new DkimDnsCheck());
        var dangling = await Sender($"{Name} CNAME s1.keys.example.net.\nkeys.example.net A 192.0.2.1").RunOneAsync(new DkimDnsCheck());

        Is("delegated", CheckStatus.Pass, delegated);
        Is("dangling-alias", CheckStatus.Problem, dangling);
        Assert.Contains(dangling.Values, value => value.Value == "s1.keys.example.net");
    }

    [Fact]
    public async Task A_wildcard_in_the_way_is_no_key()
    {
        var world = Sender("*.example.com TXT \"v=spf1 -all\"");

        Is("missing", CheckStatus.Problem, await world.RunOneAsync(new DkimRecordCheck()));
        Is("wildcard", CheckStatus.Problem, await world.RunOneAsync(new DkimDnsCheck()));
        Is("nothing-to-read", CheckStatus.NotApplicable, await world.RunOneAsync(new DkimKeyCheck()));
    }

    [Fact]
    public async Task A_server_that_fails_for_underscores_is_named_and_silence_is_not()
    {
        var world = Sender("example.com TXT \"v=spf1 -all\"");
        foreach (var name in new[] { Name, ProbeOf("example.com") }) world.Failures[name] = DnsFailure.ServerFailure;
        Is("underscore-fails", CheckStatus.Warning, await world.RunOneAsync(new DkimDnsCheck()));
        Is("unanswered", CheckStatus.NotKnown, await world.RunOneAsync(new DkimRecordCheck()));

        world.Failures[Name] = DnsFailure.TimedOut;
        Is("not-looked-at", CheckStatus.NotApplicable, await world.RunOneAsync(new DkimDnsCheck()));
    }

    [Fact]
    public async Task A_domain_that_is_an_alias_is_told()
    {
        var results = await Sender($"example.com CNAME host.example.net.\n{Name} TXT {TestKeys.Strings(TestKeys.Record())}").RunAsync(new DkimDnsCheck());

        Assert.Equal(["held", "alias-domain"], results.Select(result => result.Outcome));
    }

    [Theory]
    [InlineData("mail.example.com", "", "aligned", CheckStatus.Pass)]
    [InlineData("example.net", "", "other-domain", CheckStatus.Warning)]
    [InlineData("mail.example.com", "v=DMARC1; p=none; adkim=s", "strict", CheckStatus.Warning)]
    [InlineData("example.com", "v=DMARC1; p=none; adkim=s", "aligned", CheckStatus.Pass)]
    public async Task Alignment(string domain, string dmarc, string outcome, CheckStatus status)
    {
        var world = new CheckWorld(dmarc.Length > 0 ? $"_dmarc.example.com TXT \"{dmarc}\"" : "")
        {
            Subject = CheckWorld.Sender() with { Selectors = [new SelectorHint("s1", DomainName.Parse(domain), SelectorOrigin.Message)] },
        };

        Is(outcome, status, await world.RunOneAsync(new DkimAlignmentCheck()));
    }

    [Fact]
    public Task No_record_of_a_stranger_breaks_a_check() => Gen.OneOf(
            Gen.Byte.Array[0, 300],
            Gen.String[Gen.Char["v=DKIM1;kp \\\"MIB0a\t\u00ff"], 0, 600].Select(text => System.Text.Encoding.Latin1.GetBytes(text)),
            Gen.Int[0, 500].Select(length => System.Text.Encoding.Latin1.GetBytes(TestKeys.Record().PadRight(500)[..length])))
        .Array[1, 6]
        .SampleAsync(async records =>
        {
            var zone = string.Join('\n', records.Select(record => $"{Name} TXT {Octets(record)}"));
            var world = Sender(zone);
            foreach (var check in Checks) await world.RunAsync(check);
        }, iter: 200);

    private static string Octets(byte[] record) =>
        record.Length == 0 ? "\"\"" : string.Join(' ', record.Chunk(255).Select(part => $"\"{string.Concat(part.Select(octet => $"\\{octet:000}"))}\""));

    private static string ProbeOf(string domain) =>
        $"todoku-probe-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(domain)).AsSpan(0, 6))}._domainkey.{domain}";

    private static CheckWorld Sender(string zone) => new(zone)
    {
        Subject = CheckWorld.Sender() with { Selectors = [new SelectorHint("s1", DomainName.Parse("example.com"), SelectorOrigin.Given)] },
    };

    private static void Is(string outcome, CheckStatus status, CheckResult result) => Assert.Equal((outcome, status), (result.Outcome, result.Status));
}
