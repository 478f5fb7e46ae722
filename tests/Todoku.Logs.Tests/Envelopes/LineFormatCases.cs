using System.Runtime.CompilerServices;

namespace Todoku.Logs.Tests.Envelopes;

/// <summary>Where the golden files of the line formats are.</summary>
internal static class LineFormatCases
{
    /// <summary>The folder that has one folder a format.</summary>
    public static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here) ?? "", "..", "Cases", "LineFormats"));
}
