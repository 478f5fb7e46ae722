namespace Todoku.Cli.Sandbox;

/// <summary>The scenarios of <c>samples/sandbox</c>, which the program brings along.</summary>
internal static class SampleScenarios
{
    /// <summary>The text of one.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(SampleScenarios).Assembly.GetManifestResourceStream($"sandbox.{name}") ?? throw new InvalidOperationException($"There is no scenario {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
