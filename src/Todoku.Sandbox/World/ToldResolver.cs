using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Sandbox.World;

/// <summary>Tells which questions were not answered: a provider that can't see a record judges as if there were none, and whoever looks on should know why.</summary>
/// <param name="inner">Whom to ask.</param>
/// <param name="tell">Is told.</param>
internal sealed class ToldResolver(IDnsResolver inner, Action<string> tell) : IDnsResolver
{
    public async ValueTask<DnsAnswer> AskAsync(DomainName name, DnsRecordType type, CancellationToken cancellationToken)
    {
        var answer = await inner.AskAsync(name, type, cancellationToken);
        if (answer is DnsAnswer.Failed failed) tell($"DNS: {name} {type}: {FailureText.Of(failed.Failure)} ({failed.Server})");
        return answer;
    }
}
