using System.Globalization;
using System.Text;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Escaping;
using Todoku.Web.Control.Contract;

namespace Todoku.Cli.Queue;

/// <summary>Dialogues with servers, for people.</summary>
internal sealed class TraceText(CliTexts texts, TimeProvider time)
{
    /// <summary>The answer.</summary>
    public string Of(TraceAnswer answer)
    {
        if (answer.Sessions.Count == 0) return $"{texts.Queue.NoTrace(answer.KeepsAll)}\n";
        var text = new StringBuilder();
        foreach (var session in answer.Sessions)
        {
            text.Append(Ages.Of(session.BeganAt, time)).Append("  ").Append(VisibleText.Escape($"{session.Path} -> {session.Server}  ({string.Join(' ', session.Entries)})")).Append('\n');
            foreach (var line in session.Lines)
            {
                var mark = line.Side switch { "client" => "C:", "server" => "S:", _ => "--" };
                text.Append(CultureInfo.InvariantCulture, $"  {(line.At - session.BeganAt).TotalSeconds,8:0.000}  {mark} ").Append(VisibleText.Escape(line.Text)).Append('\n');
            }
            if (session.Dropped > 0) text.Append("  ").Append(texts.Queue.LinesDropped(session.Dropped)).Append('\n');
        }
        return text.ToString();
    }
}
