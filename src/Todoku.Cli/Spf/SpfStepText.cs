using System.Net;
using Todoku.Authentication.Spf;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Text;

namespace Todoku.Cli.Spf;

/// <summary>The steps of an SPF check for a person, a line or two each, deeper where an include or a redirect is followed.</summary>
/// <param name="canvas">Where they are written.</param>
/// <param name="texts">The language.</param>
/// <param name="ip">The client.</param>
internal sealed class SpfStepText(TextCanvas canvas, CliTexts texts, string ip)
{
    private const int Indent = 2;
    private const int MaxDepth = 10;
    private const int MaxHosts = 5;
    private const int MaxAddresses = 8;
    private const int MaxSkipped = 12;
    private const int MaxLines = 6;

    private readonly SpfStepTexts _texts = texts.SpfStep;
    private readonly IPAddress _client = IPAddress.Parse(ip);
    private readonly bool _isIPv4 = !ip.Contains(':', StringComparison.Ordinal);
    private SpfReason? _toldReason;

    /// <summary>Writes a step.</summary>
    public void Write(SpfStep step)
    {
        var indent = IndentOf(step.Depth);
        if (step.Term is not { } term)
        {
            if (step.Evidence is SpfEvidence.Record record) canvas.Paragraph(_texts.Pair(step.Domain, record.Value.Text), indent, Ink.Strong, MaxLines);
            else canvas.Paragraph(Sentence(step.Evidence), indent, Ink.Doubtful, MaxLines);
            return;
        }
        var (sign, ink) = step.Outcome switch
        {
            SpfStepOutcome.Matched => ("✓", Ink.Good),
            SpfStepOutcome.Failed => ("✗", Ink.Bad),
            SpfStepOutcome.Followed => ("→", Ink.Plain),
            _ => ("·", Ink.Plain),
        };
        var said = step.Outcome switch
        {
            SpfStepOutcome.Matched => Join(_texts.Matched, step.Evidence),
            SpfStepOutcome.NotMatched => Join(_texts.NotMatched, step.Evidence),
            SpfStepOutcome.Followed => _texts.Followed,
            _ => Sentence(step.Evidence),
        };
        var cost = term.AsksDns && step.Outcome != SpfStepOutcome.Failed ? $" [{step.Lookups}/{SpfLimits.Lookups}]" : "";
        canvas.Paragraph($"{sign} {term.Text}{cost}  {said}", indent + Indent, ink, MaxLines);
    }

    /// <summary>Writes terms that were not looked at.</summary>
    public void WriteSkipped(int depth, IReadOnlyList<string> terms)
    {
        var shown = string.Join(' ', terms.Take(MaxSkipped));
        if (terms.Count > MaxSkipped) shown = $"{shown} {_texts.More(terms.Count - MaxSkipped)}";
        canvas.Paragraph($"– {_texts.Skipped(shown)}", IndentOf(depth) + Indent, Ink.Faint, MaxLines);
    }

    private static int IndentOf(int depth) => Indent + Math.Min(depth, MaxDepth) * Indent * 2;

    private string Join(string outcome, SpfEvidence evidence) => Sentence(evidence) is { Length: > 0 } sentence ? _texts.Pair(outcome, sentence) : outcome;

    private string Sentence(SpfEvidence evidence) => evidence switch
    {
        // An error ends the records above it as well; once is enough.
        SpfEvidence.Ended ended => ended.Reason == _toldReason ? "" : texts.SpfReason.Of(_toldReason = ended.Reason),
        SpfEvidence.Network network => network.Block.Contains(_client) ? _texts.InNetwork(ip, network.Block) : _texts.NotInNetwork(ip, network.Block),
        SpfEvidence.OtherFamily other => _texts.OtherFamily(other.Block.IsIPv4),
        SpfEvidence.Addresses { Hosts: [] } none => _texts.NoExchanger(none.Name),
        SpfEvidence.Addresses addresses => Hosts(addresses),
        SpfEvidence.Existence existence => _texts.Existence(existence.Name, existence.Exists),
        SpfEvidence.ClientNames { Names: [] } => _texts.NoClientName,
        SpfEvidence.ClientNames names => _texts.ClientNames(List(names.Names, MaxHosts), names.Target),
        SpfEvidence.Verdict verdict => _texts.Verdict(verdict.Target, verdict.Value),
        SpfEvidence.MalformedName malformed => _texts.MalformedName(malformed.Name),
        SpfEvidence.LocalPartNotAscii => _texts.LocalPartNotAscii,
        _ => "",
    };

    private string Hosts(SpfEvidence.Addresses addresses)
    {
        var hosts = List([.. addresses.Hosts.Select(host => host.Addresses.Count == 0
            ? _texts.NoAddress(host.Name, _isIPv4)
            : _texts.Host(host.Name, List([.. host.Addresses.Select(address => address.ToString())], MaxAddresses)))], MaxHosts);
        var isWhole = addresses.PrefixLength == (_isIPv4 ? 32 : 128);
        return isWhole || addresses.Hosts.All(host => host.Addresses.Count == 0) ? hosts : $"{hosts}{_texts.Separator}{_texts.Compared(addresses.PrefixLength)}";
    }

    private string List(IReadOnlyList<string> items, int most) =>
        string.Join(_texts.Separator, items.Count > most ? items.Take(most).Append(_texts.More(items.Count - most)) : items);
}
