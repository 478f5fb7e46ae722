using System.Collections.Concurrent;
using Todoku.Authentication.MtaSts;
using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks;

/// <summary>What all checks of one run share: the subject, DNS, knowledge, and facts that several of them need, found once.</summary>
public sealed class CheckContext(CheckSubject subject, IDnsResolver dns, KnowledgeBase knowledge, TimeProvider time)
{
    private readonly ConcurrentDictionary<object, Lazy<object>> _facts = new();

    /// <summary>Whose mail is checked.</summary>
    public CheckSubject Subject => subject;

    /// <summary>DNS; answers are cached, so checks may ask what others have asked.</summary>
    public IDnsResolver Dns => dns;

    /// <summary>What Todoku knows of the world.</summary>
    public KnowledgeBase Knowledge => knowledge;

    /// <summary>The clock.</summary>
    public TimeProvider Time => time;

    /// <summary>Gets policies of MTA-STS; asks nobody unless it is set.</summary>
    public IPolicyFetcher Policies { get; init; } = new NoPolicyFetcher();

    /// <summary>A fact that is found once and shared; checks run side by side.</summary>
    /// <param name="key">What names it: a record of its inputs.</param>
    /// <param name="find">Finds it.</param>
    public Task<T> FactAsync<T>(object key, Func<Task<T>> find) => (Task<T>)_facts.GetOrAdd(key, _ => new Lazy<object>(find)).Value;

    /// <summary>Whether two names have the same organisational domain by the public suffix list, as people and most receivers see it.</summary>
    public bool AreOfOneOrganization(DomainName one, DomainName other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return OrganizationalDomain(one) == OrganizationalDomain(other);
    }

    /// <summary>The organisational domain by the public suffix list.</summary>
    public string OrganizationalDomain(DomainName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return knowledge.OrganizationalDomain(System.Text.Encoding.ASCII.GetBytes(name.ToString()));
    }
}
