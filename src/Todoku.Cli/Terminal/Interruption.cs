using System.Runtime.InteropServices;
using Todoku.Cli.Commands;

namespace Todoku.Cli.Terminal;

/// <summary>Ctrl-C: the first one stops the reading, so that what was found so far is told; the second ends the program at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    private readonly Action _tell;

    private Interruption(Action tell)
    {
        _tell = tell;
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle)];
    }

    /// <summary>Fires at the first Ctrl-C.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether it was pressed.</summary>
    public bool IsRequested => _source.IsCancellationRequested;

    /// <summary>Listens from now on.</summary>
    /// <param name="tell">Called at the first Ctrl-C, to say that it was heard.</param>
    public static Interruption Listen(Action tell) => new(tell);

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _source.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        if (_source.IsCancellationRequested) Environment.Exit(ExitStatus.Interrupted);
        context.Cancel = true;
        _source.Cancel();
        _tell();
    }
}
