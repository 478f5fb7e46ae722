using System.CommandLine;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Knowledge;

namespace Todoku.Cli.Relay;

/// <summary>The verb <c>relay</c>: its own verbs.</summary>
internal static class RelayCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, CliTexts texts) => new("relay", texts.Language == Language.Japanese
        ? "送信リレー: サーバーのメールを受け取り、署名して届けます"
        : "The outbound relay: takes the server's mail, signs it and gets it delivered")
    {
        RelayRunCommand.Build(console, texts.Language),
    };
}
