namespace Todoku.Cli.Apply;

/// <summary>How changes are made.</summary>
/// <param name="IsYes">Nobody is asked.</param>
/// <param name="IsDryRun">Changes are shown and not made.</param>
/// <param name="Postfix">The folder of the Postfix instance; null: the only one.</param>
/// <param name="State">The folder of the journal.</param>
internal sealed record ApplyOptions(bool IsYes, bool IsDryRun, string? Postfix, string State);
