package dev.firedrill.environments.kubernetes.inprocess;

/** Definitions of custom kinds for tests. */
final class WidgetDefinition {
    static final String PATH = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    static final String WIDGETS = Yaml.object(
                    "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition,"
                            + "metadata: {name: widgets.test.dev}, spec: {group: test.dev, scope: Namespaced,"
                            + "names: {plural: widgets, kind: Widget}, versions: [{name: v1, served: true, storage: true,"
                            + "schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {"
                            + "type: {type: string, x-kubernetes-validations: [{rule: self == oldSelf, message: fixed}]}}}}}}}]}}")
            .toString();

    private WidgetDefinition() {}
}
