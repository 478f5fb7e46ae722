using Todoku.Logs.Dialects;

namespace Todoku.Logs.Postfix;

/// <summary>
/// <c>warning:</c>, <c>error:</c>, <c>fatal:</c> and <c>panic:</c> lines, which any program may write. The SMTP server's warnings speak of
/// strangers (names that don't resolve, failed logins) and are passed over; all others are handed on.
/// </summary>
internal static class ServerWarningLine
{
    /// <summary>Reads a line; false when it is none of these.</summary>
    public static bool TryRead(in LogLine line, PostfixDaemon daemon)
    {
        var text = line.Text;
        if (text.IsEmpty) return true;
        var warning = text[0] == 'w' && text.StartsWith("warning: "u8);
        if (!warning && !(text[0] is (byte)'e' or (byte)'f' or (byte)'p' && IsSevere(text))) return false;
        if (warning && daemon is PostfixDaemon.Smtpd or PostfixDaemon.Other) return true;
        ref var warned = ref line.Add(LogEventKind.Warned);
        warned.Text = line.Cut(text);
        warned.Name = line.Cut(line.Envelope.Program);
        return true;
    }

    private static bool IsSevere(ReadOnlySpan<byte> text) =>
        text.StartsWith("error: "u8) || text.StartsWith("fatal: "u8) || text.StartsWith("panic: "u8);
}
