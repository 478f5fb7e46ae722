namespace Todoku.Conformance;

/// <summary>ARC: the suite of its working group (RFC 8617).</summary>
public sealed class ArcSuiteTests
{
    private const string Seal = "{binary} arc seal {file} --key {key} --domain {domain} --selector {selector} --authserv-id {authserv_id} --headers {headers}"
        + " --time {time} --resolver 127.0.0.1:{port}";

    [Fact]
    public async Task Every_chain_has_its_status() =>
        (await SuiteRun.RunAsync("arc_suite.py", "validate", "--batch", "{binary} arc verify --batch --resolver 127.0.0.1:{port}")).AssertPassed();

    [Theory]
    [InlineData("verify")]
    [InlineData("strict")]
    public async Task Every_message_is_sealed(string mode) => (await SuiteRun.RunAsync(
        "arc_suite.py", "sign", "--cmd", Seal, "--verify-cmd", "{binary} arc verify {file} --resolver 127.0.0.1:{port} --json", "--sign-mode", mode)).AssertPassed();
}
