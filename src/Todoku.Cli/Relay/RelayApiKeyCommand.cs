using System.CommandLine;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Relay.Configuration;
using Todoku.Relay.Intake.Api;
using Todoku.Relay.Intake.Users;
using Todoku.Relay.Operating;

namespace Todoku.Cli.Relay;

/// <summary>The verb <c>relay apikey</c>: makes keys for programs that send mail by HTTP.</summary>
internal static class RelayApiKeyCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, CliTexts texts)
    {
        var name = new Argument<string?>("name") { Description = texts.Relay.KeyName, HelpName = "NAME", Arity = ArgumentArity.ZeroOrOne };
        var delete = new Option<bool>("--delete") { Description = texts.Relay.DeleteKey };
        var list = new Option<bool>("--list") { Description = texts.Relay.ListKeys };
        var config = RelayCommand.Config(texts);
        var lang = CommonOptions.Lang(texts.Help);
        var command = new Command("apikey", texts.Relay.ApiKeyCommand) { name, delete, list, config, lang };
        command.SetAction(parsed =>
        {
            CommonOptions.CheckLang(parsed.GetValue(lang), texts.Usage, CommandExamples.RelayApiKey);
            if (parsed.GetValue(list) && parsed.GetValue(delete)) throw new UsageException(texts.Usage.NotTogether("--list", "--delete"), CommandExamples.RelayApiKey);
            var (path, owner) = Place(parsed.GetValue(config) ?? "", texts);
            var keys = Read(path, texts);
            if (parsed.GetValue(list))
            {
                foreach (var one in keys.Names) console.Write($"{one}\n");
                return ExitStatus.Fine;
            }
            var wanted = parsed.GetValue(name) ?? throw new UsageException(texts.Relay.NoKeyName, CommandExamples.RelayApiKey);
            if (!UsersFile.IsName(wanted)) throw new UsageException(texts.Relay.BadUser(wanted), CommandExamples.RelayApiKey);
            return parsed.GetValue(delete) ? Delete(keys, wanted, path, owner, console, texts) : Make(keys, wanted, path, owner, console, texts);
        });
        return command;
    }

    private static int Make(ApiKeysFile keys, string name, string path, UserAccount? owner, CliConsole console, CliTexts texts)
    {
        var key = keys.Make(name);
        if (Path.GetDirectoryName(path) is { } folder) Directory.CreateDirectory(folder);
        keys.Write(path, owner);
        // The key alone on standard output, so that a script can take it.
        console.Write($"{key}\n");
        console.Error.WriteLine($"todoku: {texts.Relay.KeyMade(name, path)}");
        return ExitStatus.Fine;
    }

    private static int Delete(ApiKeysFile keys, string name, string path, UserAccount? owner, CliConsole console, CliTexts texts)
    {
        if (!keys.Remove(name)) throw new UnreadableException(texts.Relay.UnknownKey(name, path));
        keys.Write(path, owner);
        console.Write($"{texts.Relay.KeyDeleted(name, path)}\n");
        return ExitStatus.Fine;
    }

    private static ApiKeysFile Read(string path, CliTexts texts)
    {
        try
        {
            return File.Exists(path) ? ApiKeysFile.Read(path) : new ApiKeysFile();
        }
        catch (FormatException error)
        {
            throw new UnreadableException(texts.Relay.BrokenKeys(error.Message));
        }
    }

    // The file is for who the relay runs as: the user of the configuration, else whoever owns its data.
    private static (string Path, UserAccount? Owner) Place(string config, CliTexts texts)
    {
        switch (ConfigurationReader.Read(config, texts.Language, checksFiles: false))
        {
            case ConfigurationOutcome.Invalid invalid:
                throw new UnreadableException(string.Join('\n', invalid.Problems));
            case ConfigurationOutcome.Valid { Configuration: var configuration }:
                var path = configuration.Http?.KeysFile ?? throw new UnreadableException(texts.Relay.NoKeysFile(config));
                var owner = configuration.User is { } user ? UserAccount.Find(user)
                    : FileRights.OwnerOf(configuration.DataFolder) is var (userId, groupId) ? new UserAccount("", userId, groupId) : null;
                return (path, owner);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
