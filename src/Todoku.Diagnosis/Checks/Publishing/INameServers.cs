using Todoku.Dns;

namespace Todoku.Diagnosis.Checks.Publishing;

/// <summary>Asks name servers directly, and the resolver, without keeping answers.</summary>
public interface INameServers
{
    /// <summary>Asks one name server only.</summary>
    IDnsResolver Of(NameServer server);

    /// <summary>Asks the resolver that this machine, or the user, chose.</summary>
    IDnsResolver Resolver { get; }
}
