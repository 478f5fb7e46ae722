using Todoku.Mail;

namespace Todoku.Dns.Tests;

/// <summary>Answers what a test says, and counts.</summary>
internal sealed class ScriptedResolver(Func<DnsQuestion, Task<DnsAnswer>> answer) : IDnsResolver
{
    private readonly List<DnsQuestion> _questions = [];

    public ScriptedResolver(Func<DnsQuestion, DnsAnswer> answer)
        : this(question => Task.FromResult(answer(question)))
    {
    }

    public IReadOnlyList<DnsQuestion> Questions
    {
        get
        {
            lock (_questions) return [.. _questions];
        }
    }

    public async ValueTask<DnsAnswer> AskAsync(DomainName name, DnsRecordType type, CancellationToken cancellationToken)
    {
        var question = new DnsQuestion(name, type);
        lock (_questions) _questions.Add(question);
        return await answer(question).WaitAsync(cancellationToken);
    }
}
