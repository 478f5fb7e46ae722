using System.Text;
using Todoku.Mail;

namespace Todoku.Diagnosis.Reports.Text;

/// <summary>
/// The telling part of a log line for a place too narrow for all of it: the remote server's words with their code once, not at each
/// line; without such words what follows the status.
/// </summary>
internal static class EvidenceExcerpt
{
    private static readonly string[] Replies = [" said: ", " refused to talk to me: "];
    private static readonly string[] Others = ["status=", "warning: ", "fatal: "];

    /// <summary>The excerpt, on one line, runs of spaces made one.</summary>
    public static string Of(string line) => string.Join(' ', Cut(line).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Cut(string line)
    {
        // The parenthesis that encloses all that is said.
        if (line.EndsWith(')') && line.Contains(" (", StringComparison.Ordinal)) line = line[..^1];
        foreach (var start in Replies)
        {
            var at = line.IndexOf(start, StringComparison.Ordinal);
            if (at >= 0) return Joined(line[(at + start.Length)..]);
        }
        foreach (var start in Others)
        {
            var at = line.IndexOf(start, StringComparison.Ordinal);
            if (at >= 0) return line[at..];
        }
        return line;
    }

    private static string Joined(string reply)
    {
        var raw = Encoding.UTF8.GetBytes(reply);
        var parsed = SmtpReply.Parse(raw, new byte[Math.Max(raw.Length, SmtpReply.MaxLength)]);
        return parsed.Code == 0 ? reply : $"{parsed.Code} {parsed.EnhancedStatus} {Encoding.UTF8.GetString(parsed.Text)}";
    }
}
