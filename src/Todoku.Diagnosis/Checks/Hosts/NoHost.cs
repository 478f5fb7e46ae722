using System.Net;
using System.Net.Sockets;

namespace Todoku.Diagnosis.Checks.Hosts;

/// <summary>A host of which nothing is known.</summary>
public sealed class NoHost : IHost
{
    /// <inheritdoc/>
    public Task<string?> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <inheritdoc/>
    public string? ReadText(string path) => null;

    /// <inheritdoc/>
    public IPAddress? SourceAddress(AddressFamily family) => null;
}
