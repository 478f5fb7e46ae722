namespace Todoku.Logs.Sources.Discovery;

/// <summary>Names kinds of binary files that people give in place of a log, so that the message can say what to do instead.</summary>
internal static class BinaryKind
{
    /// <summary>What it is; an empty string when unknown.</summary>
    public static string Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("LPKSHHRH"u8)) return "systemd journal: journalctl --file=... -o export";
        if (head.StartsWith("PK\u0003\u0004"u8)) return "zip";
        if (head.StartsWith<byte>([0xff, 0xfe]) || head.StartsWith<byte>([0xfe, 0xff])) return "UTF-16: iconv -f UTF-16 -t UTF-8";
        if (head.Length > 262 && head[257..262].SequenceEqual("ustar"u8)) return "tar";
        return head.StartsWith("SQLite format 3"u8) ? "SQLite" : "";
    }
}
