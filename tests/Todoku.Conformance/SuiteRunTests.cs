namespace Todoku.Conformance;

/// <summary>The suites are there in whole, so that a run that finds none isn't taken for one that passes.</summary>
public sealed class SuiteRunTests
{
    [Theory]
    [InlineData("spf_suite.py")]
    [InlineData("dkim_suite.py")]
    [InlineData("dmarc_suite.py")]
    [InlineData("arc_suite.py")]
    public async Task A_suite_that_is_called_wrongly_does_not_pass(string script)
    {
        var run = await SuiteRun.RunAsync(script, "--no-such-option");

        Assert.Equal(2, run.Status);
    }
}
