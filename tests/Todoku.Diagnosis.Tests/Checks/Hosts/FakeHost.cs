using System.Net;
using System.Net.Sockets;
using Todoku.Diagnosis.Checks.Hosts;

namespace Todoku.Diagnosis.Tests.Checks.Hosts;

/// <summary>A host with the settings of Postfix, files and addresses that a test gives it.</summary>
internal sealed class FakeHost(string? postconf) : IHost
{
    public Dictionary<string, string> Files { get; init; } = [];

    public string[] Sources { get; init; } = [];

    /// <summary>Whether postconf knows -x.</summary>
    public bool Expands { get; init; } = true;

    public Task<string?> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        Task.FromResult(program == "postconf" && (Expands || arguments[0] != "-x") ? postconf : null);

    public string? ReadText(string path) => Files.GetValueOrDefault(path);

    public IPAddress? SourceAddress(AddressFamily family) => Sources.Select(IPAddress.Parse).FirstOrDefault(address => address.AddressFamily == family);
}
