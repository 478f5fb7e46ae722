using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Facts;

/// <summary>Asks until the time or the number of questions is used up; from then on nothing is answered, so that checks end with "not known".</summary>
/// <param name="dns">Whom to ask.</param>
/// <param name="maxQuestions">How many questions at most.</param>
/// <param name="timeUp">Fires when the time is used up.</param>
internal sealed class BudgetResolver(IDnsResolver dns, int maxQuestions, CancellationToken timeUp) : IDnsResolver
{
    private int _asked;
    private int _answered;

    /// <summary>Whether anybody answered anything.</summary>
    public bool IsAnswered => Volatile.Read(ref _answered) > 0;

    public async ValueTask<DnsAnswer> AskAsync(DomainName name, DnsRecordType type, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (timeUp.IsCancellationRequested || Interlocked.Increment(ref _asked) > maxQuestions) return new DnsAnswer.Failed(DnsFailure.TimedOut, "");
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeUp);
        try
        {
            var answer = await dns.AskAsync(name, type, either.Token).ConfigureAwait(false);
            if (answer is not DnsAnswer.Failed) Interlocked.Increment(ref _answered);
            return answer;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DnsAnswer.Failed(DnsFailure.TimedOut, "");
        }
    }
}
