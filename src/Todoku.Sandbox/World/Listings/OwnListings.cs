using System.Net;
using Todoku.Mail;

namespace Todoku.Sandbox.World.Listings;

/// <summary>The listings of a world's own blocklists.</summary>
/// <param name="lists">The blocklists.</param>
public sealed class OwnListings(IReadOnlyList<Blocklist> lists) : IListings
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DomainName>> OfAsync(IPAddress address, CancellationToken cancellationToken) =>
        new([.. lists.Where(list => list.CodesOf(address).Count > 0).Select(list => list.Zone)]);
}
