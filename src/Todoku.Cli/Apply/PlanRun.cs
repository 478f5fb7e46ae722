using Todoku.Apply.Plans;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;

namespace Todoku.Cli.Apply;

/// <summary>Goes through the plan of a report.</summary>
internal sealed class PlanRun(CliConsole console, CliTexts texts, ApplyOptions options)
{
    private const string StandardInput = "-";

    /// <summary>Runs it.</summary>
    public int Run(string path, PlanValues values)
    {
        if (PlanReader.Read(ReadAll(path)) is not { } steps) throw new UnreadableException(texts.Apply.NoReport(path));
        var run = new ChangeRun(console, texts, options);
        foreach (var mapped in StepMapping.Map(steps, values))
        {
            run.Say($"== {mapped.Step.Id}");
            switch (mapped)
            {
                case MappedStep.Applicable applicable:
                    run.RunAsync(applicable.Request).GetAwaiter().GetResult();
                    break;
                case MappedStep.NeedsValue needs:
                    run.Say(texts.Apply.GiveOption(needs.Option));
                    run.Worsen(ExitStatus.Findings);
                    break;
                case MappedStep.DoneBy done:
                    run.Say(texts.Apply.DoneBy(done.Other));
                    break;
                case MappedStep.ByHand:
                    run.Say(texts.Apply.ByHand(mapped.Step.Do));
                    break;
            }
            run.Say("");
        }
        return run.Status;
    }

    private byte[] ReadAll(string path)
    {
        try
        {
            using var input = path == StandardInput ? console.OpenInput() : File.OpenRead(path);
            using var all = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (var read = input.Read(buffer); read > 0; read = input.Read(buffer))
            {
                all.Write(buffer, 0, read);
                if (all.Length > PlanReader.MaxSize) throw new UnreadableException(texts.Apply.NoReport(path));
            }
            return all.ToArray();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableException(texts.Failure.System(error.Message));
        }
    }
}
