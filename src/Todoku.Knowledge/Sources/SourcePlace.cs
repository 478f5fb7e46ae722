namespace Todoku.Knowledge.Sources;

/// <summary>Where a definition stands.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1.</param>
internal readonly record struct SourcePlace(SourceFile File, int Line)
{
    public override string ToString() => $"{File.ShownPath}:{Line}";
}
