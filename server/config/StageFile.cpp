// SPDX-License-Identifier: MIT
#include "config/StageFile.h"

#include "common/JsonChecker.h"
#include "config/AuthorizerReader.h"
#include "config/FaultConfig.h"
#include "config/QuotaConfig.h"
#include "gateway/RouteKeys.h"
#include "integrations/BuiltIns.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace Greenroom {

namespace {

constexpr QLatin1String root("$");
constexpr QLatin1String schemaName("$schema");
constexpr QLatin1String stagesName("stages");
constexpr QLatin1String nameName("name");
constexpr QLatin1String backendName("backend");
constexpr QLatin1String routesName("routes");
constexpr QLatin1String handlerName("handler");
constexpr QLatin1String responseName("routeResponse");
constexpr QLatin1String modelName("requestModel");
constexpr QLatin1String quotasName("quotas");
constexpr QLatin1String mockResponseName("mockResponse");
constexpr QLatin1String selectionName("routeSelectionExpression");
constexpr QLatin1String variablesName("stageVariables");
constexpr QLatin1String authorizerName("authorizer");
constexpr QLatin1String faultsName("faults");

bool matches(const QString &text, const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QString::fromUtf8(pattern)))
        .match(text)
        .hasMatch();
}

QString listed(const QStringList &names)
{
    return names.join(QStringLiteral(", "));
}

} // namespace

StageFile::Stages StageFile::read(const QString &path)
{
    const QString shown = QDir::toNativeSeparators(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(QStringList{tr("“%1” cannot be read: %2.").arg(shown, file.errorString())});
    Stages stages = parse(file.readAll(), QFileInfo(path).dir());
    if (stages)
        return stages;
    QStringList mistakes;
    const QStringList found = stages.error();
    for (const QString &mistake : found)
        mistakes.append(shown + QStringLiteral(": ") + mistake);
    return tl::unexpected(mistakes);
}

StageFile::Stages StageFile::parse(const QByteArray &json, const QDir &folder)
{
    const auto value = JsonChecker::parse(json);
    if (!value)
        return tl::unexpected(QStringList{value.error().message});
    JsonChecker checker;
    StageFile file(checker, folder);
    const QJsonObject object = checker.object(root, *value);
    checker.expectOnly(root, object, {schemaName, stagesName});
    const QString path = JsonChecker::member(root, stagesName);
    const auto stages = value->isObject() ? file.stages(path, checker.array(path, object.value(stagesName)))
                                          : QList<StageConfig>();
    if (checker.mistakes().isEmpty())
        return stages;
    return tl::unexpected(checker.mistakes());
}

QList<StageConfig> StageFile::stages(const QString &path, const QJsonArray &items)
{
    if (items.isEmpty() && m_check.mistakes().isEmpty())
        m_check.report(path, tr("Expected at least one stage."));
    QList<StageConfig> stages;
    for (qsizetype index = 0; index < items.size(); ++index) {
        const QString itemPath = JsonChecker::item(path, index);
        const QJsonValue value = items.at(index);
        const QJsonObject object = m_check.object(itemPath, value);
        if (value.isObject())
            stages.append(stage(itemPath, object));
    }
    return stages;
}

StageConfig StageFile::stage(const QString &path, const QJsonObject &object)
{
    m_check.expectOnly(path, object,
                       {nameName, backendName, routesName, selectionName, variablesName, quotasName,
                        authorizerName, faultsName});
    const auto at = [&path](QLatin1String name) { return JsonChecker::member(path, name); };
    StageConfig stage;
    stage.name = stageName(at(nameName), object.value(nameName));
    if (object.contains(backendName) == object.contains(routesName))
        m_check.report(path, tr("Expected either “backend” or “routes”."));
    else if (object.contains(backendName))
        stage.routes = backendRoutes(at(backendName), object.value(backendName));
    else
        stage.routes = routes(at(routesName), m_check.object(at(routesName), object.value(routesName)));
    if (object.contains(selectionName))
        stage.routeSelection = routeSelection(at(selectionName), object.value(selectionName));
    if (object.contains(variablesName))
        stage.stageVariables =
            stageVariables(at(variablesName), m_check.object(at(variablesName), object.value(variablesName)));
    if (object.contains(quotasName))
        stage.quotas = QuotaConfig::read(m_check, at(quotasName), object.value(quotasName));
    if (object.contains(authorizerName))
        stage.authorizer =
            AuthorizerReader(m_check, m_folder).read(at(authorizerName), object.value(authorizerName));
    if (object.contains(faultsName))
        stage.faults = FaultConfig::read(m_check, at(faultsName), object.value(faultsName));
    return stage;
}

/// https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html
QString StageFile::stageName(const QString &path, const QJsonValue &value)
{
    QString name = m_check.text(path, value);
    if (value.isString() && !matches(name, "[A-Za-z0-9_-]{1,128}"))
        m_check.report(path, tr("Expected 1 to 128 letters from A to Z, digits, - and _; found %1.")
                                 .arg(JsonChecker::shown(value)));
    else if (m_names.contains(name))
        m_check.report(
            path, tr("Expected a name that no other stage has, found %1.").arg(JsonChecker::shown(value)));
    else if (value.isString())
        m_names.append(name);
    return name;
}

QList<RouteConfig> StageFile::backendRoutes(const QString &path, const QJsonValue &value)
{
    const QString backend = m_check.text(path, value);
    if (BuiltIns::backendNames().contains(backend))
        return BuiltIns::routesOf(backend);
    if (value.isString())
        m_check.report(path, tr("Expected one of %1; found %2.")
                                 .arg(listed(BuiltIns::backendNames()), JsonChecker::shown(value)));
    return {};
}

QList<RouteConfig> StageFile::routes(const QString &path, const QJsonObject &object)
{
    QList<RouteConfig> routes;
    for (auto item = object.begin(); item != object.end(); ++item) {
        const QString itemPath = JsonChecker::member(path, item.key());
        const bool isForeign = item.key().startsWith(u'$') && !RouteKeys::isReserved(item.key());
        if (isForeign || item.key().isEmpty())
            m_check.report(itemPath, tr("Expected $connect, $disconnect, $default or a route key that does "
                                        "not begin with $."));
        const QJsonObject members = m_check.object(itemPath, item.value());
        if (item.value().isObject())
            routes.append(route(itemPath, item.key(), members));
    }
    return routes;
}

RouteConfig StageFile::route(const QString &path, const QString &routeKey, const QJsonObject &object)
{
    m_check.expectOnly(path, object, {handlerName, responseName, modelName, mockResponseName});
    const QString handlerPath = JsonChecker::member(path, handlerName);
    const QString responsePath = JsonChecker::member(path, responseName);
    const QJsonValue value = object.value(handlerName);
    RouteConfig route{routeKey, m_check.text(handlerPath, value)};
    const QStringList fitting = BuiltIns::handlersFor(routeKey);
    if (value.isString() && !fitting.contains(route.handler))
        m_check.report(handlerPath,
                       tr("Expected one of %1; found %2.").arg(listed(fitting), JsonChecker::shown(value)));
    const bool isTwoWay =
        object.contains(responseName) && m_check.boolean(responsePath, object.value(responseName));
    if (isTwoWay && (routeKey == RouteKeys::connect || routeKey == RouteKeys::disconnect))
        m_check.report(responsePath, tr("Expected false: what this route returns is never sent."));
    route.response = isTwoWay ? RouteConfig::Response::Body : RouteConfig::Response::None;
    if (object.contains(modelName))
        route.requestModel =
            requestModel(JsonChecker::member(path, modelName), routeKey, object.value(modelName));
    if (object.contains(mockResponseName))
        route.mockResponse = mockResponse(JsonChecker::member(path, mockResponseName), route.handler,
                                          object.value(mockResponseName));
    return route;
}

std::optional<RequestModel> StageFile::requestModel(const QString &path, const QString &routeKey,
                                                    const QJsonValue &value)
{
    if (routeKey == RouteKeys::connect || routeKey == RouteKeys::disconnect) {
        m_check.report(path, tr("Expected nothing: this route takes no messages."));
        return std::nullopt;
    }
    const QJsonObject schema = m_check.object(path, value);
    const auto parsed = RequestModel::parse(schema);
    if (parsed)
        return *parsed;
    m_check.report(path, tr("Expected a JSON Schema, but: %1.").arg(parsed.error().message));
    return std::nullopt;
}

/// What is malformed as a response is no mistake here: what comes of it can be tried so.
QByteArray StageFile::mockResponse(const QString &path, const QString &handler, const QJsonValue &value)
{
    if (handler != BuiltIns::mock())
        m_check.report(path, tr("Expected nothing here: only the handler mock returns what it is told to."));
    return QJsonDocument(m_check.object(path, value)).toJson(QJsonDocument::Compact);
}

RouteSelectionExpression StageFile::routeSelection(const QString &path, const QJsonValue &value)
{
    const QString expression = m_check.text(path, value);
    const auto parsed = RouteSelectionExpression::parse(expression);
    if (parsed)
        return *parsed;
    if (value.isString())
        m_check.report(path, tr("Expected a route selection expression such as $request.body.action, but %1.")
                                 .arg(parsed.error().message));
    return {};
}

/// https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html
QMap<QString, QString> StageFile::stageVariables(const QString &path, const QJsonObject &object)
{
    QMap<QString, QString> variables;
    for (auto item = object.begin(); item != object.end(); ++item) {
        const QString itemPath = JsonChecker::member(path, item.key());
        if (!matches(item.key(), "[A-Za-z0-9_]+"))
            m_check.report(itemPath, tr("Expected a name of letters from A to Z, digits and _."));
        const QString value = m_check.text(itemPath, item.value());
        if (item.value().isString() && !matches(value, "[A-Za-z0-9._~:/?#&=,-]+"))
            m_check.report(
                itemPath, tr("Expected letters from A to Z, digits and any of - . _ ~ : / ? # & = , alone."));
        variables.insert(item.key(), value);
    }
    return variables;
}

} // namespace Greenroom
