using System.Text;

namespace Todoku.Smtp.Replies;

/// <summary>
/// Writes replies. Whatever the words are, what goes out is whole: no line is longer than the standard allows, and no octet in it could end a line or
/// be taken for something else, since words may hold what a stranger sent.
/// </summary>
internal static class ReplyEncoder
{
    private const int MaxLines = 100;

    /// <summary>The octets of a reply.</summary>
    public static byte[] Encode(Reply reply)
    {
        var code = reply.Code.ToString();
        var status = reply.Status.IsNone ? "" : $"{reply.Status} ";
        var room = SmtpLimits.ReplyLine - code.Length - 1 - status.Length - 2;
        var lines = reply.Lines.SelectMany(line => Fold(line, room)).Take(MaxLines).ToArray();
        var text = new StringBuilder();
        for (var i = 0; i < lines.Length; i++)
        {
            text.Append(code).Append(i == lines.Length - 1 ? ' ' : '-').Append(status);
            foreach (var c in lines[i]) text.Append(c is >= ' ' and <= '~' ? c : '?');
            text.Append("\r\n");
        }
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    // At a blank where there is one in the last half of the line.
    private static IEnumerable<string> Fold(string line, int room)
    {
        while (line.Length > room)
        {
            var at = line.LastIndexOf(' ', room - 1, room / 2);
            var end = at < 0 ? room : at;
            yield return line[..end];
            line = line[(at < 0 ? end : end + 1)..];
        }
        yield return line;
    }
}
