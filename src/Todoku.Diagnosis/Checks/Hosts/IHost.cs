using System.Net;
using System.Net.Sockets;

namespace Todoku.Diagnosis.Checks.Hosts;

/// <summary>What can be seen of the host that Todoku runs on. Nothing of it throws; what can't be had is null.</summary>
public interface IHost
{
    /// <summary>Runs a program and gives what it writes to standard output, when it ends well, in time and within a size.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    Task<string?> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken);

    /// <summary>Reads the beginning of a text file.</summary>
    string? ReadText(string path);

    /// <summary>The address that this host uses towards the internet, by its own routes.</summary>
    IPAddress? SourceAddress(AddressFamily family);
}
