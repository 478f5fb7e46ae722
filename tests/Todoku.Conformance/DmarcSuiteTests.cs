namespace Todoku.Conformance;

/// <summary>The collected cases of DMARC, by both standards, and the test vectors of the public suffix list.</summary>
public sealed class DmarcSuiteTests
{
    [Theory]
    [InlineData("9989")]
    [InlineData("7489")]
    public async Task Identifiers(string rfc) => (await SuiteRun.RunAsync(
        "dmarc_suite.py", "--mode", "ids", "--rfc", rfc, "--batch", $"{{binary}} dmarc --batch --rfc {rfc} --resolver 127.0.0.1:{{port}}")).AssertPassed();

    [Theory]
    [InlineData("9989")]
    [InlineData("7489")]
    public async Task Messages(string rfc) => (await SuiteRun.RunAsync(
        "dmarc_suite.py", "--mode", "message", "--rfc", rfc, "--result-key", "dmarc.result", "--policy-key", "dmarc.policy", "--org-key", "dmarc.org_domain",
        "--spf-key", "dmarc.spf_aligned", "--dkim-key", "dmarc.dkim_aligned",
        "--batch", $"{{binary}} message --batch --rfc {rfc} --resolver 127.0.0.1:{{port}}")).AssertPassed();

    [Fact]
    public async Task One_process_per_case() => (await SuiteRun.RunAsync(
        "dmarc_suite.py", "--timeout-mode", "servfail", "--only", "r9_", "--cmd",
        "{binary} dmarc --from {from} --spf {spf_result}:{spf_domain} {dkim...}--dkim={dkim_result}:{dkim_domain} --resolver 127.0.0.1:{port} --json")).AssertPassed();

    [Fact]
    public async Task Public_suffix_list() => (await SuiteRun.RunAsync(
        "psl_suite.py", "--batch", "{binary} dmarc --batch --rfc 7489 --resolver none")).AssertPassed();
}
