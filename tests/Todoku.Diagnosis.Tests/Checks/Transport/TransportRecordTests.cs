using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Transport;
using Todoku.Dns;

namespace Todoku.Diagnosis.Tests.Checks.Transport;

/// <summary>TLS-RPT and DANE.</summary>
public sealed class TransportRecordTests
{
    private const string Mx = "example.com MX 10 mx.example.com.\n";
    private const string Sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("", "absent", CheckStatus.NotApplicable)]
    [InlineData("_smtp._tls.example.com TXT \"v=TLSRPTv1; rua=mailto:tls@example.com\"", "present", CheckStatus.Pass)]
    [InlineData("_smtp._tls.example.com TXT \"v=TLSRPTv1;rua=https://report.example.com/tls\"", "present", CheckStatus.Pass)]
    [InlineData("_smtp._tls.example.com TXT \"v=TLSRPTv1; rua=tls@example.com\"", "bad-record", CheckStatus.Warning)]
    [InlineData("_smtp._tls.example.com TXT \"v=TLSRPTv1; rua=mailto:@\"", "bad-record", CheckStatus.Warning)]
    [InlineData("_smtp._tls.example.com TXT \"v=TLSRPTv1\"", "bad-record", CheckStatus.Warning)]
    [InlineData("_smtp._tls.example.com TXT \"v=TLSRPTv1; rua=mailto:a@b\"\n_smtp._tls.example.com TXT \"v=TLSRPTv1; rua=mailto:c@d\"", "several-records", CheckStatus.Warning)]
    public async Task Judges_the_report_record(string zone, string outcome, CheckStatus status)
    {
        var result = await new CheckWorld(zone).RunOneAsync(new TlsReportCheck());

        Assert.Equal((outcome, status), (result.Outcome, result.Status));
    }

    [Theory]
    [InlineData("", true, "absent", CheckStatus.NotApplicable)]
    [InlineData($"_25._tcp.mx.example.com TLSA 3 1 1 {Sha256}", true, "usable", CheckStatus.Pass)]
    [InlineData($"_25._tcp.mx.example.com TLSA 3 1 1 {Sha256}", false, "not-authenticated", CheckStatus.NotKnown)]
    [InlineData($"_25._tcp.mx.example.com TLSA 1 1 1 {Sha256}", true, "unusable", CheckStatus.Warning)]
    [InlineData("_25._tcp.mx.example.com TLSA 3 1 1 0123", true, "unusable", CheckStatus.Warning)]
    [InlineData($"_25._tcp.mx.example.com TLSA 3 1 2 {Sha256}", true, "unusable", CheckStatus.Warning)]
    [InlineData($"_25._tcp.mx.example.com TLSA 3 1 1 {Sha256}\n_25._tcp.mx.example.com TLSA 0 0 1 {Sha256}", true, "partly", CheckStatus.Warning)]
    public async Task Judges_the_tlsa_records(string zone, bool isSigned, string outcome, CheckStatus status)
    {
        var result = await new CheckWorld(Mx + zone) { Signed = isSigned ? ["_25._tcp.mx.example.com"] : [] }.RunOneAsync(new DaneCheck());

        Assert.Equal((outcome, status), (result.Outcome, result.Status));
    }

    [Theory]
    [InlineData("example.com")]
    [InlineData("_25._tcp.mx.example.com")]
    [InlineData("_smtp._tls.example.com")]
    public async Task No_answer_is_no_fault(string name)
    {
        var world = new CheckWorld(Mx) { Failures = { [name] = DnsFailure.ServerFailure } };

        var result = await world.RunOneAsync(name.StartsWith("_smtp", StringComparison.Ordinal) ? new TlsReportCheck() : new DaneCheck());

        Assert.Equal("unanswered", result.Outcome);
    }
}
