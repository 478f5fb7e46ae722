using System.Net;
using Todoku.Mail;

namespace Todoku.Sandbox.World.Listings;

/// <summary>Says which blocklists list an address.</summary>
public interface IListings
{
    /// <summary>The zones that list it.</summary>
    ValueTask<IReadOnlyList<DomainName>> OfAsync(IPAddress address, CancellationToken cancellationToken);
}
