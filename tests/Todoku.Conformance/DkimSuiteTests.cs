namespace Todoku.Conformance;

/// <summary>DKIM: RFC 6376, 8301 and 8463.</summary>
public sealed class DkimSuiteTests
{
    [Fact]
    public async Task Every_message_of_the_collection_has_its_result() =>
        (await SuiteRun.RunAsync("dkim_suite.py", "--batch", "{binary} dkim verify --batch --resolver 127.0.0.1:{port}", "--profile", "strict")).AssertPassed();
}
