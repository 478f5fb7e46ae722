using System.Text;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Knowledge;

namespace Todoku.Cli.Sandbox;

/// <summary>Writes a scenario that explains itself, in the user's language.</summary>
internal sealed class SandboxInitRun(CliConsole console, CliTexts texts)
{
    private const string StandardOutput = "-";

    /// <summary>Runs it.</summary>
    /// <param name="file">The file to write; - for standard output.</param>
    /// <param name="isForced">Whether a file that is there is replaced.</param>
    public int Run(string file, bool isForced)
    {
        var text = SampleScenarios.Read(texts.Language == Language.Japanese ? "first-steps.ja" : "first-steps");
        if (file == StandardOutput)
        {
            console.Write(text);
            return ExitStatus.Fine;
        }
        if (File.Exists(file) && !isForced) throw new UnreadableException(texts.Sandbox.FileExists(file));
        File.WriteAllText(file, text, new UTF8Encoding(false));
        console.Write($"{texts.Sandbox.Written(file)}\n");
        return ExitStatus.Fine;
    }
}
