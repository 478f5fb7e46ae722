namespace Todoku.Conformance;

/// <summary>The suite that OpenSPF made for RFC 7208.</summary>
public sealed class SpfSuiteTests
{
    [Fact]
    public async Task Rfc7208() => (await SuiteRun.RunAsync("spf_suite.py", "--batch", "{binary} spf --batch --resolver 127.0.0.1:{port}")).AssertPassed();

    [Theory]
    [InlineData("a-")]
    [InlineData("helo")]
    [InlineData("macro")]
    public async Task One_process_per_case(string cases) => (await SuiteRun.RunAsync(
        "spf_suite.py", "--timeout-mode", "servfail", "--only", cases, "--cmd",
        "{binary} spf --ip {ip} --sender {mailfrom} --helo {helo} --resolver 127.0.0.1:{port} --json")).AssertPassed();
}
