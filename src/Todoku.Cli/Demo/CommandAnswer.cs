namespace Todoku.Cli.Demo;

/// <summary>What a command said.</summary>
/// <param name="Status">Its exit status.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record CommandAnswer(int Status, string Output, string Error);
