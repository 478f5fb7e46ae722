namespace Todoku.Knowledge.Sources;

/// <summary>One file of a knowledge folder.</summary>
/// <param name="Path">Its path within the folder, with forward slashes: what an overlay's file must bear to replace it.</param>
/// <param name="Text">What it holds.</param>
/// <param name="ShownPath">Its path as messages name it.</param>
/// <param name="IsOverlay">Whether it comes from the user's own folder.</param>
internal sealed record SourceFile(string Path, string Text, string ShownPath, bool IsOverlay = false)
{
    /// <summary>The folder within knowledge (<c>providers</c>), empty for files at its top.</summary>
    public string Folder => Path.Contains('/') ? Path[..Path.IndexOf('/')] : "";

    /// <summary>The file name without its ending.</summary>
    public string Stem => System.IO.Path.GetFileNameWithoutExtension(Path);
}
