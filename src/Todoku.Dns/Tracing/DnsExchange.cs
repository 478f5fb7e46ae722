namespace Todoku.Dns.Tracing;

/// <summary>A question and what came of it.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record DnsExchange(DnsQuestion Question, DnsAnswer Answer, TimeSpan Elapsed)
{
    /// <summary>Who answered, or was asked in vain; empty when nobody could be.</summary>
    public string Server => Answer is DnsAnswer.Failed failed ? failed.Server : Answer.AnsweredBy;
}
