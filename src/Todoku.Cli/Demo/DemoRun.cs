using System.Globalization;
using System.Net;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Escaping;
using Todoku.Relay.Operating;
using Todoku.Web.Sandbox;

namespace Todoku.Cli.Demo;

/// <summary>Runs the story, step by step, and says which step was not as told.</summary>
internal sealed class DemoRun(CliConsole console, CliTexts texts)
{
    /// <summary>Runs it.</summary>
    /// <param name="isKept">Whether the world is left running afterwards.</param>
    public int Run(bool isKept) => RunAsync(isKept).GetAwaiter().GetResult();

    private async Task<int> RunAsync(bool isKept)
    {
        // Once all is told, an end is what was asked for.
        var isTold = false;
        using var interruption = Interruption.Listen(() =>
        {
            if (!Volatile.Read(ref isTold)) console.Error.WriteLine($"todoku: {texts.Waiting.Stopping}");
        });
        var began = console.Time.GetTimestamp();
        var world = await DemoWorld.StartAsync(console, texts).ConfigureAwait(false);
        try
        {
            await new DemoStory(new DemoPrinter(console, texts), world, texts.Demo).RunAsync(interruption.Token).ConfigureAwait(false);
            var seconds = console.Time.GetElapsedTime(began).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
            console.Write($"\n{texts.Demo.Done(seconds)}\n");
            Volatile.Write(ref isTold, true);
            if (isKept) await KeepAsync(world, interruption.Token).ConfigureAwait(false);
            return ExitStatus.Fine;
        }
        catch (DemoFailure failure)
        {
            console.Error.WriteLine($"todoku: {VisibleText.Escape(texts.Demo.NotAsTold(failure.Step, failure.Wanted, failure.Found))}");
            return ExitStatus.Findings;
        }
        finally
        {
            await world.DisposeAsync().ConfigureAwait(false);
            if (!isKept) Directory.Delete(world.Folder, recursive: true);
        }
    }

    private async Task KeepAsync(DemoWorld world, CancellationToken stop)
    {
        var socket = ListeningSockets.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var place = socket.LocalEndPoint;
        var door = await new SandboxDoor(world.Server.World, texts.Language, words => console.Error.WriteLine(words)).OpenAsync(socket).ConfigureAwait(false);
        await using var _ = door.ConfigureAwait(false);
        console.Write($"\n{texts.Demo.Kept(world.Folder, world.Resolver, $"http://{place}/", $"{world.RelayPlace}")}\n");
        console.Output.Flush();
        await Task.Delay(Timeout.InfiniteTimeSpan, console.Time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        console.Write($"\n{texts.Demo.Ended(world.Folder)}\n");
    }
}
