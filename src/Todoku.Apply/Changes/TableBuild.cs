using Todoku.Apply.Hosts;

namespace Todoku.Apply.Changes;

/// <summary>A lookup table that postmap makes again when its text has changed.</summary>
/// <param name="ConfigFolder">The folder of Postfix's configuration.</param>
/// <param name="Type">The table's type, as <c>hash</c>.</param>
/// <param name="Path">The file of its text.</param>
/// <param name="Built">What postmap makes of it.</param>
public sealed record TableBuild(string ConfigFolder, string Type, string Path, IReadOnlyList<string> Built)
{
    /// <summary>The command.</summary>
    public HostCommand Command => new("postmap", ["-c", ConfigFolder, $"{Type}:{Path}"]);
}
