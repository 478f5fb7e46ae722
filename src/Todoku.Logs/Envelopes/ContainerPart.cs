namespace Todoku.Logs.Envelopes;

/// <summary>Where the text stands in a line of a container's log, and whether it goes on in the next line of the same stream.</summary>
/// <param name="TextStart">Where the text begins.</param>
/// <param name="TextEnd">Where it ends, in the form it is written in.</param>
/// <param name="IsPartial">Whether the line goes on.</param>
/// <param name="IsError">Whether it is of the standard error stream.</param>
internal readonly record struct ContainerPart(int TextStart, int TextEnd, bool IsPartial, bool IsError)
{
    /// <summary>docker's json-file driver cuts at 16 KB; a shorter text without a line end is a program's last words.</summary>
    private const int DockerPartLength = 16 * 1024;

    private const int MaxTailLength = 512;

    /// <summary>Reads a line of the runtime interface or of docker's json-file driver; false for any other.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, out ContainerPart part)
    {
        part = default;
        if (line.Length < 24) return false;
        return line[0] == '{' ? TryDocker(line, out part) : line[0] is >= (byte)'0' and <= (byte)'9' && TryRuntimeInterface(line, out part);
    }

    // 2026-06-03T10:40:57.123456789Z stdout P text
    private static bool TryRuntimeInterface(ReadOnlySpan<byte> line, out ContainerPart part)
    {
        part = default;
        if (!StampReader.TryRead(line, out _, out var length)) return false;
        var rest = line[length..];
        var isError = rest.StartsWith(" stderr "u8);
        if (rest.Length < 10 || (!isError && !rest.StartsWith(" stdout "u8)) || rest[8] is not ((byte)'P' or (byte)'F') || rest[9] != ' ') return false;
        part = new ContainerPart(length + 10, line.Length, rest[8] == 'P', isError);
        return true;
    }

    // {"log":"text\n","stream":"stdout","time":"..."}; the quote that ends the text is the last one before "stream".
    private static bool TryDocker(ReadOnlySpan<byte> line, out ContainerPart part)
    {
        part = default;
        var head = "{\"log\":\""u8;
        if (!line.StartsWith(head)) return false;
        var tailAt = Math.Max(head.Length, line.Length - MaxTailLength);
        var end = line[tailAt..].LastIndexOf("\",\"stream\":\"std"u8);
        if (end < 0) return false;
        end += tailAt;
        var text = line[head.Length..end];
        var isError = line[end..].StartsWith("\",\"stream\":\"stderr\""u8);
        part = new ContainerPart(head.Length, end, text.Length >= DockerPartLength && !text.EndsWith("\\n"u8), isError);
        return true;
    }
}
