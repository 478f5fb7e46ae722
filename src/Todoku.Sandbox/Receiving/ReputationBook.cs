using System.Net;
using Todoku.Mail;

namespace Todoku.Sandbox.Receiving;

/// <summary>
/// What a provider thinks of addresses and domains: a score from 0, the worst, to 100.
/// <code>
/// unknown before                                        50
/// a message that is authenticated and aligned           +0.5 for its address and its author's domain
/// a message that is neither                             -1 for its address, -0.5 for its author's domain, which others may have forged
/// a recipient that does not exist                       -2 for the address
/// a complaint                                           -10 for the address
/// a week without anything                               half the way back to 50
/// </code>
/// Real providers don't say how they count; these figures are made so that what is good and bad in the long run is so here within some messages.
/// </summary>
/// <param name="time">The clock of the world.</param>
public sealed class ReputationBook(TimeProvider time)
{
    /// <summary>Below it, an address is told that its reputation is very low.</summary>
    public const double VeryLow = 20;

    /// <summary>Below it, it is told that its reputation is low.</summary>
    public const double Low = 40;

    private const double Unknown = 50;
    private const double ForGood = 0.5;
    private const double ForUnauthenticated = -1;
    private const double ForMaybeForged = -0.5;
    private const double ForUnknownUser = -2;
    private const double ForComplaint = -10;

    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(7);

    private readonly BoundedBook<IPAddress, Standing> _addresses = new();
    private readonly BoundedBook<DomainName, Standing> _domains = new();

    /// <summary>The score of an address.</summary>
    public double Of(IPAddress address) => _addresses.TryGet(address, out var standing) ? Now(standing) : Unknown;

    /// <summary>The score of a domain.</summary>
    public double Of(DomainName domain) => _domains.TryGet(domain, out var standing) ? Now(standing) : Unknown;

    /// <summary>Sets the score of an address.</summary>
    public void Set(IPAddress address, double score) => Set(_addresses, address, score);

    /// <summary>Sets the score of a domain.</summary>
    public void Set(DomainName domain, double score) => Set(_domains, domain, score);

    /// <summary>A message was judged.</summary>
    /// <param name="address">Who sent it.</param>
    /// <param name="domain">Its author's domain; null when it has none.</param>
    /// <param name="isGood">Whether it was authenticated and aligned.</param>
    public void Judged(IPAddress address, DomainName? domain, bool isGood)
    {
        Change(_addresses, address, isGood ? ForGood : ForUnauthenticated);
        if (domain is not null) Change(_domains, domain, isGood ? ForGood : ForMaybeForged);
    }

    /// <summary>Somebody wrote to a recipient that does not exist.</summary>
    public void UnknownUser(IPAddress address) => Change(_addresses, address, ForUnknownUser);

    /// <summary>Recipients complained.</summary>
    public void Complained(IPAddress address, int complaints) => Change(_addresses, address, ForComplaint * complaints);

    private void Set<T>(BoundedBook<T, Standing> book, T who, double score)
        where T : notnull
    {
        var standing = new Standing(score, time.GetUtcNow());
        book.Change(who, standing, _ => standing);
    }

    private void Change<T>(BoundedBook<T, Standing> book, T who, double by)
        where T : notnull
    {
        var now = time.GetUtcNow();
        book.Change(who, new Standing(Math.Clamp(Unknown + by, 0, 100), now), old => new Standing(Math.Clamp(Now(old) + by, 0, 100), now));
    }

    private double Now(Standing standing) => Unknown + (standing.Score - Unknown) * Math.Pow(0.5, (time.GetUtcNow() - standing.Since) / HalfLife);

    private readonly record struct Standing(double Score, DateTimeOffset Since);
}
