using System.Text.Json;

namespace Todoku.Cli.Tests.Commands;

/// <summary>The switches that the program is built with.</summary>
public sealed class RuntimeSwitchTests
{
    [Fact]
    public void Takes_a_gzip_file_that_ends_early_for_an_error()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "todoku.runtimeconfig.json")));
        var switches = document.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties");
        Assert.True(switches.GetProperty("System.IO.Compression.UseStrictValidation").GetBoolean());
    }
}
