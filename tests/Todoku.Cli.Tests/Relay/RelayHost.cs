using System.Net;
using System.Net.Sockets;
using Todoku.Diagnosis.Checks.Hosts;

namespace Todoku.Cli.Tests.Relay;

/// <summary>A host with the settings of Postfix, files and addresses that a test gives it.</summary>
internal sealed class RelayHost : IHost
{
    public string? Postconf { get; init; }

    public Dictionary<string, string> Files { get; init; } = [];

    public string[] Sources { get; init; } = [];

    public Task<string?> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken) => Task.FromResult(program == "postconf" ? Postconf : null);

    public string? ReadText(string path) => Files.GetValueOrDefault(path);

    public IPAddress? SourceAddress(AddressFamily family) => Sources.Select(IPAddress.Parse).FirstOrDefault(address => address.AddressFamily == family);
}
